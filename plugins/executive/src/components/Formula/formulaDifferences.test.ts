import { defaultPillars } from '@portal/plugin-executive-common';
import { formulaDifferences } from './formulaDifferences';

const metrics = new Map([
  ['changeLeadTime', { title: 'Change lead time', unit: 'h' as const }],
]);
const before = { pillars: defaultPillars };

it('says nothing where nothing changed', () => {
  expect(formulaDifferences(before, before, metrics)).toEqual([]);
});

it('says which weights, limits, checks and pillars changed', () => {
  const pillars = defaultPillars
    .filter(({ id }) => id !== 'documentation')
    .map(pillar =>
      pillar.id === 'delivery'
        ? {
            ...pillar,
            weight: 4,
            checks: pillar.checks
              .slice(0, 2)
              .map(check =>
                check.metricId === 'changeLeadTime'
                  ? { ...check, target: 24 }
                  : check,
              ),
          }
        : pillar,
    );
  expect(
    formulaDifferences(
      {
        pillars: [
          ...pillars,
          { id: 'green', title: 'Energy', weight: 1, checks: [] },
        ],
      },
      before,
      metrics,
    ),
  ).toEqual([
    'Delivery: weight 4 instead of 3',
    'Change lead time: target 1\u00a0d instead of 7\u00a0d',
    'changeFailRate: left out',
    'failedDeploymentRecoveryTime: left out',
    'Energy: new',
    'Documentation: left out',
  ]);
});
