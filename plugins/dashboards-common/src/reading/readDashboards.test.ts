import { standardWidgets } from '@portal/plugin-widgets-common';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { readDashboards } from './readDashboards';

const options = { widgets: standardWidgets };
const good = `apiVersion: portal/v1alpha1
kind: Dashboard
metadata:
  name: prod1
spec:
  type: environment
  owner: group:default/platform
  tiles:
    - id: clock
      widget: WorldClockWidget
      wide: { column: 1, row: 1, width: 4, height: 4 }
`;

it('reads the dashboards among other entities', () => {
  const text = `kind: Component\n---\n${good}---\n${good.replace(
    'prod1',
    'dev1',
  )}`;
  expect(readDashboards(text, options)).toEqual({
    names: ['prod1', 'dev1'],
    problems: [],
  });
});

it('says in which line a problem is', () => {
  const { problems } = readDashboards(
    good.replace('WorldClockWidget', 'ClockWidget').replace('v1alpha1', 'v1'),
    options,
  );
  expect(problems).toMatchObject([
    { line: 1, column: 13, path: 'apiVersion' },
    { line: 10, column: 15, path: 'spec.tiles[0].widget' },
  ]);
});

it('says where YAML is broken', () => {
  const { problems } = readDashboards(`${good}  oops: [`, options);
  expect(problems).toMatchObject([
    { line: 12, path: 'the file', cure: 'Correct the YAML.' },
  ]);
});

it('refuses a text that is too large before it is parsed', () => {
  const { problems } = readDashboards('a'.repeat(5_000_000), options);
  expect(problems).toMatchObject([{ message: 'has 5000000 characters' }]);
});

it('refuses aliases that unfold to a bomb', () => {
  const levels = Array.from({ length: 12 }, (_, level) =>
    level === 0
      ? 'a0: &a0 [x, x, x, x, x, x, x, x, x]'
      : `a${level}: &a${level} [${Array(9)
          .fill(`*a${level - 1}`)
          .join(', ')}]`,
  );
  const { problems } = readDashboards(
    `${good}bomb:\n  ${levels.join('\n  ')}\n`,
    options,
  );
  expect(problems).toMatchObject([
    { path: 'the file', cure: 'Write what the aliases stand for instead.' },
  ]);
});

it('finds problems in whatever it is given, and never fails', () => {
  const field = fc.constantFrom('type', 'owner', 'tiles', 'period', 'x');
  fc.assert(
    fc.property(
      fc.dictionary(field, fc.jsonValue()),
      (spec: Record<string, unknown>) => {
        const text = stringify({
          apiVersion: 'portal/v1alpha1',
          kind: 'Dashboard',
          metadata: { name: 'any' },
          spec,
        });
        const { problems } = readDashboards(text, options);
        expect(problems.length).toBeGreaterThan(0);
        expect(problems.every(({ cure, line }) => cure && line > 0)).toBe(true);
      },
    ),
  );
  fc.assert(
    fc.property(
      fc.nat(good.length),
      fc.string({ unit: 'binary', maxLength: 8 }),
      (place: number, noise: string) => {
        const text = good.slice(0, place) + noise + good.slice(place);
        expect(readDashboards(text, options)).toHaveProperty('problems');
      },
    ),
  );
});
