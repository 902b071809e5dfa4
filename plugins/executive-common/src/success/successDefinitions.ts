import type { SuccessMetric } from './Success';

/**
 * What the platform wants to reach, and by which metric it is measured. `of` says how a roll-up becomes one number: its value, a
 * value per service that has one, or the median of the services.
 *
 * @public
 */
export type SuccessDefinition = Pick<
  SuccessMetric,
  'id' | 'title' | 'definition' | 'goal' | 'betterWhen'
> & { metricId: string; of: 'value' | 'perService' | 'median' };

/** @public */
export const successDefinitions: readonly SuccessDefinition[] = [
  {
    id: 'developer-productivity',
    title: 'Developer productivity',
    definition:
      'Deployments a week for each service that deploys: all deployments of the part / services with deliveries. A stand-in for what developers get done, never of a person.',
    goal: { kind: 'change', ratio: 0.3 },
    betterWhen: 'higher',
    metricId: 'deploymentFrequency',
    of: 'perService',
  },
  {
    id: 'deployment-frequency',
    title: 'Deployment frequency',
    definition: 'Deployments of the part to production a week.',
    goal: { kind: 'change', ratio: 0.5 },
    betterWhen: 'higher',
    metricId: 'deploymentFrequency',
    of: 'value',
  },
  {
    id: 'recovery-time',
    title: 'Recovery time',
    definition:
      'Failed deployment recovery time: the median over the services that had to recover.',
    goal: { kind: 'change', ratio: -0.4 },
    betterWhen: 'lower',
    metricId: 'failedDeploymentRecoveryTime',
    of: 'median',
  },
  {
    id: 'documentation-coverage',
    title: 'Documentation coverage',
    definition:
      'Documented entities / entities that should have documentation.',
    goal: { kind: 'value', value: 0.9 },
    betterWhen: 'higher',
    metricId: 'documentationCoverage',
    of: 'value',
  },
  {
    id: 'provisioning-time',
    title: 'Provisioning time',
    definition:
      'From the submitted form of a software template to what it makes: the median over the components that were made.',
    goal: { kind: 'change', ratio: -0.8 },
    betterWhen: 'lower',
    metricId: 'provisioningTime',
    of: 'median',
  },
];
