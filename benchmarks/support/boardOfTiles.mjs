import { stringify } from 'yaml';

/** The figures that it shows. */
export const metrics = [
  'availability',
  'deploymentFrequency',
  'changeLeadTime',
  'changeFailRate',
  'documentationCoverage',
];
const scopes = [
  'everything',
  'domain:default/commercial',
  'domain:default/transport-network',
];

/** How many tiles the board has. */
export const tileCount = 24;

/**
 * A board of 24 tiles with all that boards of the demo organisation show: figures of everything and of two domains, two trends,
 * a table, health, what runs where, documentation, the catalog, clocks, a note and links.
 */
export function boardOfTiles(name) {
  const tiles = [
    ...scopes.flatMap(entityRef =>
      metrics.map(metric => ({
        widget: 'MetricTileWidget',
        settings: { metric, entityRef },
        size: [3, 3],
      })),
    ),
    ...['availability', 'deploymentFrequency'].map(metric => ({
      widget: 'MetricTrendWidget',
      settings: { metric },
      size: [6, 6],
    })),
    {
      widget: 'MetricTableWidget',
      settings: { metrics: metrics.slice(0, 4), limit: 20 },
      size: [6, 6],
    },
    { widget: 'ServiceHealthWidget', size: [6, 6] },
    { widget: 'EnvironmentMatrixWidget', size: [12, 8] },
    { widget: 'DocumentationCoverageWidget', size: [4, 5] },
    { widget: 'ServiceCatalogWidget', size: [4, 5] },
    {
      widget: 'WorldClockWidget',
      settings: { places: [{ name: 'Rotterdam', zone: 'Europe/Amsterdam' }] },
      size: [4, 5],
    },
    {
      widget: 'MarkdownWidget',
      settings: { text: 'Made by the benchmark.' },
      size: [6, 2],
    },
  ];
  return stringify({
    apiVersion: 'portal/v1alpha1',
    kind: 'Dashboard',
    metadata: { name, title: 'Twenty-four tiles' },
    spec: {
      type: 'general',
      owner: 'group:default/platform-engineering',
      environments: ['prod1'],
      // Only the benchmark refreshes it.
      refreshSeconds: 3600,
      tiles: place(tiles),
    },
  });
}

/** In reading order, row by row. */
function place(tiles) {
  let [column, row, lowest] = [1, 1, 1];
  return tiles.map(({ widget, settings, size: [width, height] }, index) => {
    if (column + width > 13) {
      [column, row] = [1, lowest];
    }
    const wide = { column, row, width, height };
    column += width;
    lowest = Math.max(lowest, row + height);
    return {
      id: `tile-${index + 1}`,
      widget,
      ...(settings && { settings }),
      wide,
    };
  });
}
