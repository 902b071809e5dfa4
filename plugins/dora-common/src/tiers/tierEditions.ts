import type { DoraMetricId } from '../api';
import { day, month, sixMonths, week } from './durations';

/**
 * How DORA's reports name groups of teams, best first.
 *
 * @public
 */
export const performanceTiers = ['elite', 'high', 'medium', 'low'] as const;

/** @public */
export type PerformanceTier = (typeof performanceTiers)[number];

/**
 * The metrics that have tiers. DORA has published none for the deployment rework rate.
 *
 * @public
 */
export const tierMetricIds = [
  'deploymentFrequency',
  'changeLeadTime',
  'changeFailRate',
  'failedDeploymentRecoveryTime',
] as const satisfies readonly DoraMetricId[];

/** @public */
export type TierMetricId = (typeof tierMetricIds)[number];

/**
 * A tier of one metric: the band as the report has it, and where we cut. The first cut-off that a value meets is its
 * tier; one without a bound takes what is left.
 *
 * Units: deployment days a week, as from {@link deploymentDays}; hours; a ratio of 0 to 1.
 *
 * @public
 */
export type TierCutOff = {
  tier: PerformanceTier;
  /** The band in the words of the report. */
  band: string;
  /** The value has to be this or more. */
  atLeast?: number;
  /** The value has to be this or less. */
  atMost?: number;
  /** The value has to be less. */
  below?: number;
};

/** @public */
export const tierEditionYears = [2019, 2021, 2022, 2023] as const;

/** @public */
export type TierEditionYear = (typeof tierEditionYears)[number];

/** @public */
export type TierEdition = {
  /** The report that the bands are from. */
  source: string;
  cutOffs: Readonly<Record<TierMetricId, readonly TierCutOff[]>>;
};

/**
 * The edition that is used where none is chosen: the last report whose tiers are in order for each metric. Those of 2024 are
 * not offered: its high group fails more often than its medium one (20 % and 10 %), so a better value would have a worse tier.
 *
 * @public
 */
export const defaultTierEdition: TierEditionYear = 2023;

const hour = 1;

/** "On demand" begins at a median of five or more deployment days a week: every working day. */
const onDemand = 5;
const weekly = 1;
const monthly = week / month;
const sixMonthly = week / sixMonths;

/**
 * The tiers of the reports, with their cut-offs.
 *
 * @remarks
 *
 * The reports describe groups that were found in answers, not a scale: bands leave gaps, overlap, and may be the same
 * for two tiers. So that each value has one tier, and a better value never a worse one:
 *
 * - a value in the bands of two tiers has the better tier;
 * - a value between two bands has the worse tier;
 * - a value beyond all bands has the tier at that end.
 *
 * @public
 */
export const tierEditions: Readonly<Record<TierEditionYear, TierEdition>> = {
  2019: {
    source: 'https://dora.dev/research/2019/dora-report/',
    cutOffs: {
      deploymentFrequency: [
        {
          tier: 'elite',
          band: 'On demand (multiple deploys per day)',
          atLeast: onDemand,
        },
        {
          tier: 'high',
          band: 'Between once per day and once per week',
          atLeast: weekly,
        },
        {
          tier: 'medium',
          band: 'Between once per week and once per month',
          atLeast: monthly,
        },
        {
          tier: 'low',
          band: 'Between once per month and once every six months',
        },
      ],
      changeLeadTime: [
        { tier: 'elite', band: 'Less than one day', below: day },
        { tier: 'high', band: 'Between one day and one week', atMost: week },
        {
          tier: 'medium',
          band: 'Between one week and one month',
          atMost: month,
        },
        { tier: 'low', band: 'Between one month and six months' },
      ],
      // Three tiers share one band, so the best takes it. From 15 % to 46 % there is none.
      changeFailRate: [
        { tier: 'elite', band: '0-15 %', atMost: 0.15 },
        { tier: 'high', band: '0-15 %', atMost: 0.15 },
        { tier: 'medium', band: '0-15 %', atMost: 0.15 },
        { tier: 'low', band: '46-60 %' },
      ],
      // High and medium share a band. From one day to one week there is none.
      failedDeploymentRecoveryTime: [
        { tier: 'elite', band: 'Less than one hour', below: hour },
        { tier: 'high', band: 'Less than one day', below: day },
        { tier: 'medium', band: 'Less than one day', below: day },
        { tier: 'low', band: 'Between one week and one month' },
      ],
    },
  },
  2021: {
    source: 'https://dora.dev/research/2021/dora-report/',
    cutOffs: {
      // Between on demand and once a week there is no band.
      deploymentFrequency: [
        {
          tier: 'elite',
          band: 'On demand (multiple deploys per day)',
          atLeast: onDemand,
        },
        {
          tier: 'high',
          band: 'Between once per week and once per month',
          atLeast: monthly,
        },
        {
          tier: 'medium',
          band: 'Between once per month and once every six months',
          atLeast: sixMonthly,
        },
        { tier: 'low', band: 'Fewer than once per six months' },
      ],
      // There is no band from one hour to one day, and none from one week to one month.
      changeLeadTime: [
        { tier: 'elite', band: 'Less than one hour', below: hour },
        { tier: 'high', band: 'Between one day and one week', atMost: week },
        {
          tier: 'medium',
          band: 'Between one month and six months',
          atMost: sixMonths,
        },
        { tier: 'low', band: 'More than six months' },
      ],
      // Three tiers share the second band; what is beyond it is low.
      changeFailRate: [
        { tier: 'elite', band: '0-15 %', atMost: 0.15 },
        { tier: 'high', band: '16-30 %', atMost: 0.3 },
        { tier: 'medium', band: '16-30 %', atMost: 0.3 },
        { tier: 'low', band: '16-30 %' },
      ],
      // From one week to six months there is no band.
      failedDeploymentRecoveryTime: [
        { tier: 'elite', band: 'Less than one hour', below: hour },
        { tier: 'high', band: 'Less than one day', below: day },
        { tier: 'medium', band: 'Between one day and one week', atMost: week },
        { tier: 'low', band: 'More than six months' },
      ],
    },
  },
  // This edition found no elite group.
  2022: {
    source: 'https://dora.dev/research/2022/dora-report/',
    cutOffs: {
      // Between on demand and once a week there is no band.
      deploymentFrequency: [
        {
          tier: 'high',
          band: 'On demand (multiple deploys per day)',
          atLeast: onDemand,
        },
        {
          tier: 'medium',
          band: 'Between once per week and once per month',
          atLeast: monthly,
        },
        {
          tier: 'low',
          band: 'Between once per month and once every six months',
        },
      ],
      changeLeadTime: [
        { tier: 'high', band: 'Between one day and one week', atMost: week },
        {
          tier: 'medium',
          band: 'Between one week and one month',
          atMost: month,
        },
        { tier: 'low', band: 'Between one month and six months' },
      ],
      // From 30 % to 46 % there is no band.
      changeFailRate: [
        { tier: 'high', band: '0-15 %', atMost: 0.15 },
        { tier: 'medium', band: '16-30 %', atMost: 0.3 },
        { tier: 'low', band: '46-60 %' },
      ],
      failedDeploymentRecoveryTime: [
        { tier: 'high', band: 'Less than one day', below: day },
        { tier: 'medium', band: 'Between one day and one week', atMost: week },
        { tier: 'low', band: 'Between one week and one month' },
      ],
    },
  },
  2023: {
    source: 'https://dora.dev/research/2023/dora-report/',
    cutOffs: {
      // Medium and low have the same band here: within it is medium, below it is low.
      deploymentFrequency: [
        { tier: 'elite', band: 'On demand', atLeast: onDemand },
        {
          tier: 'high',
          band: 'Between once per day and once per week',
          atLeast: weekly,
        },
        {
          tier: 'medium',
          band: 'Between once per week and once per month',
          atLeast: monthly,
        },
        { tier: 'low', band: 'Between once per week and once per month' },
      ],
      // Medium and low have the same band here too: within it is medium, above it is low.
      changeLeadTime: [
        { tier: 'elite', band: 'Less than one day', below: day },
        { tier: 'high', band: 'Between one day and one week', atMost: week },
        {
          tier: 'medium',
          band: 'Between one week and one month',
          atMost: month,
        },
        { tier: 'low', band: 'Between one week and one month' },
      ],
      // This edition names one figure for each tier. Above that of medium is low.
      changeFailRate: [
        { tier: 'elite', band: '5 %', atMost: 0.05 },
        { tier: 'high', band: '10 %', atMost: 0.1 },
        { tier: 'medium', band: '15 %', atMost: 0.15 },
        { tier: 'low', band: '64 %' },
      ],
      // From one week to one month there is no band.
      failedDeploymentRecoveryTime: [
        { tier: 'elite', band: 'Less than one hour', below: hour },
        { tier: 'high', band: 'Less than one day', below: day },
        { tier: 'medium', band: 'Between one day and one week', atMost: week },
        { tier: 'low', band: 'Between one month and six months' },
      ],
    },
  },
};
