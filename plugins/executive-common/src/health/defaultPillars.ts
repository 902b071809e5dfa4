import type { HealthPillar } from './HealthFormula';

/**
 * What is expected where nobody says otherwise. Limits of delivery are those between the tiers of DORA's reports (deployments
 * weekly and monthly, lead time of a week and a month, 15 and 30 % of changes failing, a day and a week to recover); those of
 * security are the grades B and D of the security score; 99.9 % of availability is the usual first objective of site reliability
 * engineering.
 *
 * @public
 */
export const defaultPillars: HealthPillar[] = [
  {
    id: 'delivery',
    title: 'Delivery',
    weight: 3,
    checks: [
      checkOf('deploymentFrequency', 1, 0.25),
      checkOf('changeLeadTime', 168, 720),
      checkOf('changeFailRate', 0.15, 0.3),
      checkOf('failedDeploymentRecoveryTime', 24, 168),
    ],
  },
  {
    id: 'cost',
    title: 'Cost',
    weight: 2,
    checks: [
      checkOf('budgetUse', 1, 1.1),
      { ...checkOf('dailyCost', 0.1, 0.25), of: 'change' },
    ],
  },
  {
    id: 'security',
    title: 'Security',
    weight: 3,
    // Not of findings, which few may read: a check that is hidden would hide the pillar.
    checks: [checkOf('securityScore', 75, 40)],
  },
  {
    id: 'reliability',
    title: 'Reliability',
    weight: 2,
    checks: [checkOf('availability', 0.999, 0.99)],
  },
  {
    id: 'documentation',
    title: 'Documentation',
    weight: 1,
    checks: [checkOf('documentationCoverage', 1, 0.5)],
  },
];

function checkOf(
  metricId: string,
  target: number,
  floor: number,
): HealthPillar['checks'][number] {
  return { metricId, window: 28, of: 'value', target, floor };
}
