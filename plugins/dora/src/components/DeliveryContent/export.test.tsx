import { renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { formatDuration, formatValue } from '@portal/plugin-metrics-react';
import {
  recordDownloads,
  type Download,
} from '@portal/plugin-metrics-react/testUtils';
import { doraApiRef } from '../../api';
import {
  deployment,
  explanation,
  healthyMetrics,
  InMemoryDoraApi,
} from '../../testing';
import { DeliveryContent } from '.';

// The first test loads the charts.
jest.setTimeout(30_000);

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'portal', namespace: 'default' },
};

function show(api: InMemoryDoraApi, query: string) {
  renderInTestApp(
    <EntityProvider entity={entity}>
      <DeliveryContent />
    </EntityProvider>,
    { apis: [[doraApiRef, api]], initialRouteEntries: [`/${query}`] },
  );
}

/** A text as a page shows it, where the parts of a figure stay together. */
const plain = (text: string) => text.replaceAll(/\s+/g, ' ');

/** Presses every Export of the page, from top to bottom, once for each kind of file. */
async function exportAll(): Promise<Download[]> {
  const downloads = recordDownloads();
  try {
    for (const button of screen.getAllByRole('button', { name: 'Export' })) {
      for (const kind of [/CSV/, /JSON/]) {
        await userEvent.click(button);
        await userEvent.click(
          await screen.findByRole('menuitem', { name: kind }),
        );
      }
    }
    return await downloads.read();
  } finally {
    downloads.restore();
  }
}

it('hands over its figures, its deployments and its lead time as they are seen', async () => {
  const api = new InMemoryDoraApi();
  api.previous = {
    ...healthyMetrics,
    changeLeadTime: { ...healthyMetrics.changeLeadTime, value: 40 },
  };
  api.explanation = {
    ...explanation,
    leadTimes: {
      fromCommit: { count: 152, p50: 52, p75: 80, p90: 120 },
      review: { count: 40, p50: 5, p75: 30, p90: 50.5 },
    },
  };
  api.pageSize = 3;
  api.deployments = [
    deployment(9, { rework: true, environment: 'production-eu' }),
    deployment(8, {
      failed: true,
      reasons: ['revert'],
      recovery: { sha: 'f00', tag: 'v1.9.0', hours: 4.2 },
    }),
    deployment(7, { changes: 0, leadTimeMedian: undefined }),
    deployment(1, { baseline: true }),
  ];
  show(api, '?from=2025-01-01&to=2025-12-31&environment=production-eu');
  await screen.findByText('3 deployments shown');
  await screen.findByRole('table', { name: 'Where it goes' });

  const files = await exportAll();
  const name = 'delivery-component-default-portal-production-eu-2025-01-01-';
  expect(files.map(file => file.name)).toEqual(
    ['', '-lead-time', '-deployments'].flatMap(part => [
      `${name}2025-12-31${part}.csv`,
      `${name}2025-12-31${part}.json`,
    ]),
  );
  // Both kinds hold the same fields.
  const [figures, leadTimes, deployments] = [0, 2, 4].map(index => {
    const rows = JSON.parse(files[index + 1].text);
    const fields = files[index].text.split('\r\n')[0].split(',');
    for (const row of rows) {
      expect(fields).toEqual(expect.arrayContaining(Object.keys(row)));
    }
    return rows;
  });

  expect(figures).toHaveLength(5);
  for (const { value, unit } of figures) {
    const text = plain(formatValue(value, unit));
    expect(screen.getAllByText(text)).not.toHaveLength(0);
  }
  expect(figures[1]).toEqual({
    entityRef: 'component:default/portal',
    environment: 'production-eu',
    from: '2025-01-01T00:00:00.000Z',
    to: '2026-01-01T00:00:00.000Z',
    metric: 'changeLeadTime',
    unit: 'h',
    state: 'ok',
    value: 52,
    sampleSize: 152,
    comparedFrom: '2024-01-02T00:00:00.000Z',
    comparedTo: '2025-01-01T00:00:00.000Z',
    valueBefore: 40,
    sampleSizeBefore: 152,
    tier: 'high',
    edition: 2023,
  });

  const lines = ['Where it begins', 'Where it goes'].flatMap(table =>
    within(screen.getByRole('table', { name: table }))
      .getAllByRole('row')
      .slice(1)
      .map(row => row.textContent),
  );
  type Line = Record<'part' | 'meaning', string> &
    Record<'medianHours' | 'p75Hours' | 'p90Hours' | 'sampleSize', number>;
  expect(
    leadTimes.map(
      (line: Line) =>
        line.part +
        line.meaning +
        [line.medianHours, line.p75Hours, line.p90Hours]
          .map(hours => formatDuration(hours))
          .join('') +
        line.sampleSize,
    ),
  ).toEqual(lines);

  // What was not loaded is not seen, and not in the file.
  const seen = within(
    screen.getByRole('grid', { name: 'Deployments, newest first' }),
  )
    .getAllByRole('row')
    .slice(1);
  expect(deployments).toHaveLength(seen.length);
  for (const [index, row] of seen.entries()) {
    expect(row).toHaveTextContent(deployments[index].deployment);
    expect(row).toHaveTextContent(plain(deployments[index].outcome));
  }
  expect(plain(deployments[1].outcome)).toBe(
    'Failed (a change was reverted), recovered by v1.9.0 after 4 h 12 m',
  );
  expect(deployments[1]).toMatchObject({
    deployment: 'v1.8.0',
    deployedAt: '2025-11-08T09:00:00.000Z',
    sha: '08'.repeat(20),
    changes: 3,
    leadTimeMedianHours: 52,
    failed: true,
    reasons: 'revert',
    recoveryHours: 4.2,
    rework: false,
    demo: false,
  });
  expect(deployments[2].leadTimeMedianHours).toBeUndefined();
});

it('offers no file of figures that are not there', async () => {
  const api = new InMemoryDoraApi();
  api.failure = new TypeError('Failed to fetch');
  show(api, '');
  await screen.findByRole('alert');
  expect(screen.getByRole('button', { name: 'Export' })).toBeDisabled();
});
