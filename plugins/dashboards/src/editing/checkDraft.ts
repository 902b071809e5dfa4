import {
  type DashboardProblem,
  validateDashboard,
} from '@portal/plugin-dashboards-common';
import type { WidgetDefinition } from '@portal/plugin-widgets-common';
import { type Draft, tileName, toContent } from './draft';

/** What is wrong with a draft, for its owner; nothing where it can be saved. */
export function checkDraft(
  draft: Draft,
  widgets: readonly WidgetDefinition[],
): string[] {
  const { title, spec } = toContent(draft);
  const titles = title ? [] : ['Give the board a title.'];
  if (spec.tiles.length === 0) {
    return [...titles, 'The board is empty: add a widget.'];
  }
  const problems = validateDashboard(spec, { widgets });
  return [
    ...titles,
    ...problems.map(problem => {
      const { path, message, cure } = problem;
      const [, index, rest] = /^spec\.tiles\[(\d+)\]\.?(.*)$/.exec(path) ?? [];
      const tile = index === undefined ? undefined : spec.tiles[Number(index)];
      const widget = widgets.find(({ name }) => name === tile?.widget);
      const where = tile
        ? `${tileName(tile, widget?.title)}: ${rest}`
        : path.replace(/^spec\./, '');
      return `${where} ${message}. ${cure}`;
    }),
  ];
}

/** What is wrong with the settings of a tile, by the path of the field below them. */
export function checkSettings(
  widget: WidgetDefinition,
  settings: Record<string, unknown>,
): Map<string, string> {
  const { name, size } = widget;
  const { width, height } = size;
  const wide = { column: 1, row: 1, width, height };
  const problems = validateDashboard(
    {
      type: 'general',
      owner: 'group:default/nobody',
      tiles: [{ id: 'tile', widget: name, settings, wide }],
    },
    { widgets: [widget] },
  );
  return new Map(problems.map(problem => [fieldOf(problem), cureOf(problem)]));
}

function fieldOf({ path }: DashboardProblem): string {
  return path.replace(/^spec\.tiles\[0\]\.settings\.?/, '');
}

function cureOf({ message, cure }: DashboardProblem): string {
  return message === 'is missing' ? 'This is needed.' : cure;
}
