import { standardWidgets } from '@portal/plugin-widgets-common';
import { validateDashboard } from './validateDashboard';

const tile = {
  id: 'clock',
  widget: 'WorldClockWidget',
  settings: { places: [{ name: 'Oslo', zone: 'Europe/Oslo' }] },
  wide: { column: 1, row: 1, width: 4, height: 4 },
};
const good = {
  type: 'environment',
  owner: 'group:default/platform',
  environments: ['PROD1'],
  tiles: [tile],
};
const known = { widgets: standardWidgets, environments: ['prod1', 'dev1'] };

function problemsOf(spec: unknown) {
  return validateDashboard(spec, known).map(
    ({ path, message, cure }) => `${path} ${message}. ${cure}`,
  );
}

it('finds nothing wrong with a good one', () => {
  expect(problemsOf(good)).toEqual([]);
  expect(problemsOf({ ...good, audience: ['platform'] })).toEqual([]);
});

it.each<[string, unknown, string]>([
  ['nothing', undefined, 'spec is nothing. Write a set of fields.'],
  [
    'a field that is missing',
    { ...good, owner: undefined },
    'spec.owner is missing. Add it (the group that keeps it, such as group:default/payments).',
  ],
  [
    'a field that is not known',
    { ...good, colour: 'red' },
    'spec.colour is not a known field. Known here are type, owner, audience, environments, period, refreshSeconds, tiles. Correct the name, or remove it.',
  ],
  [
    'an owner that is no group',
    { ...good, owner: 'user:default/ann' },
    'spec.owner is "user:default/ann", which names no group. Write the reference of a group, such as group:default/payments.',
  ],
  [
    'an audience that is no group',
    { ...good, audience: ['platform', 'user:default/ann'] },
    'spec.audience[1] is "user:default/ann", which names no group. Write the reference of a group, such as group:default/payments.',
  ],
  [
    'an environment that is missing',
    { ...good, environments: ['PROD2'] },
    'spec.environments[0] is PROD2, which the catalog does not know. The catalog knows prod1, dev1. Correct the name, or add the environment to the catalog first.',
  ],
  [
    'a widget that nobody brings',
    { ...good, tiles: [{ ...tile, widget: 'WorldClokWidget' }] },
    'spec.tiles[0].widget is WorldClokWidget, which no plugin brings. Did you mean WorldClockWidget?',
  ],
  [
    'a setting of the wrong type',
    { ...good, tiles: [{ ...tile, settings: { places: 'Oslo' } }] },
    'spec.tiles[0].settings.places is "Oslo" (In the order in which they are shown). Write a list.',
  ],
  [
    'a setting deep in a list',
    {
      ...good,
      tiles: [
        { ...tile, settings: { places: [{ name: 'Oslo', zone: 'Oslo' }] } },
      ],
    },
    'spec.tiles[0].settings.places[0].zone is "Oslo". Write an IANA name of a time zone, such as Europe/Oslo.',
  ],
  [
    'a setting that is missing',
    {
      ...good,
      tiles: [{ ...tile, widget: 'MarkdownWidget', settings: undefined }],
    },
    'spec.tiles[0].settings.text is missing. Add it (Markdown, without HTML).',
  ],
  [
    'a tile that leaves the screen',
    {
      ...good,
      tiles: [{ ...tile, wide: { column: 10, row: 1, width: 4, height: 4 } }],
    },
    'spec.tiles[0].wide reaches to column 13. A wide screen has 12 columns: make it narrower, or begin further left.',
  ],
  [
    'tiles that cover each other',
    {
      ...good,
      tiles: [
        tile,
        {
          ...tile,
          id: 'notes',
          wide: { column: 4, row: 4, width: 3, height: 3 },
        },
      ],
    },
    'spec.tiles[1].wide covers a part of the tile clock. Move or shrink one of clock and notes.',
  ],
  [
    'two tiles of one id',
    {
      ...good,
      tiles: [
        tile,
        { ...tile, wide: { column: 5, row: 1, width: 3, height: 3 } },
      ],
    },
    'spec.tiles[1].id is clock, as that of spec.tiles[0] is. Give each tile an id of its own.',
  ],
])('names %s, where it is and what to do', (_, spec, expected) => {
  expect(problemsOf(spec)).toEqual([expected]);
});
