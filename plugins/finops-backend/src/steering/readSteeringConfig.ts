import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { costMetrics } from '@portal/plugin-finops-common';
import { IANAZone } from 'luxon';
import type { AnomalySettings } from '../anomalies/AnomalySettings';
import type { DigestSettings } from '../notify/digestWeek';

/** The settings of budgets, forecasts, anomalies, statements and savings. */
export type SteeringConfig = {
  /** 1 to 12. */
  fiscalYearStart: number;
  /** What `finops.budgets` lists. */
  budgets: unknown[];
  budgetFiles: string[];
  anomalies: AnomalySettings;
  utilisationColumn: string;
  /** Who is told of what nobody owns. */
  fallbackOwner?: string;
  tellsBudgets: boolean;
  tellsAnomalies: boolean;
  /** Absent where there are no digests. */
  digest?: DigestSettings;
};

const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

export function readSteeringConfig(config: RootConfigService): SteeringConfig {
  const number = (
    key: string,
    limits: { usual: number; least: number; most: number; whole?: boolean },
  ): number => {
    const { usual, least, most, whole = false } = limits;
    const value = config.getOptionalNumber(`finops.${key}`) ?? usual;
    if (
      value < least ||
      value > most ||
      Number.isNaN(value) ||
      (whole && !Number.isInteger(value))
    ) {
      throw new InputError(
        `finops.${key}: found ${value}, expected a ${
          whole ? 'whole ' : ''
        }number from ${least} to ${most}`,
      );
    }
    return value;
  };
  const isOn = (key: string, usual: boolean) =>
    config.getOptionalBoolean(`finops.notifications.${key}.enabled`) ?? usual;
  const metricName = config.getOptionalString('finops.anomalies.metric');
  const metric =
    metricName === undefined
      ? 'BilledCost'
      : costMetrics.find(each => each === metricName);
  if (!metric) {
    throw new InputError(
      `finops.anomalies.metric: found "${metricName}", expected one of ${costMetrics.join(
        ', ',
      )}`,
    );
  }
  return {
    fiscalYearStart: number('fiscalYearStart', {
      usual: 1,
      least: 1,
      most: 12,
      whole: true,
    }),
    budgets: config.getOptional<unknown[]>('finops.budgets') ?? [],
    budgetFiles: config.getOptionalStringArray('finops.budgetFiles') ?? [],
    anomalies: {
      metric,
      minImpact: number('anomalies.minImpact', {
        usual: 50,
        least: 0.01,
        most: 1e9,
      }),
      minScore: number('anomalies.minScore', { usual: 4, least: 1, most: 100 }),
      settleDays: number('anomalies.settleDays', {
        usual: 2,
        least: 1,
        most: 30,
        whole: true,
      }),
      lookbackDays: number('anomalies.lookbackDays', {
        usual: 90,
        least: 1,
        most: 400,
        whole: true,
      }),
    },
    utilisationColumn:
      config.getOptionalString('finops.recommendations.utilisationColumn') ??
      'x_MaxUtilization',
    fallbackOwner: config.getOptionalString(
      'finops.notifications.fallbackOwner',
    ),
    tellsBudgets: isOn('budgets', true),
    tellsAnomalies: isOn('anomalies', true),
    digest: isOn('digest', config.getOptionalBoolean('portal.demo') ?? false)
      ? {
          weekday: readWeekday(config),
          hour: number('notifications.digest.hour', {
            usual: 8,
            least: 0,
            most: 23,
            whole: true,
          }),
          timeZone: readTimeZone(config),
        }
      : undefined,
  };
}

function readWeekday(config: RootConfigService): number {
  const key = 'finops.notifications.digest.weekday';
  const found = config.getOptionalString(key) ?? weekdays[0];
  const index = weekdays.indexOf(found.toLocaleLowerCase('en-US'));
  if (index < 0) {
    throw new InputError(
      `${key}: found "${found}", expected one of ${weekdays.join(', ')}`,
    );
  }
  return index + 1;
}

function readTimeZone(config: RootConfigService): string {
  const key = 'finops.notifications.digest.timeZone';
  const zone =
    config.getOptionalString(key) ??
    config.getOptionalString('finops.timeZone') ??
    config.getOptionalString('portal.timeZone') ??
    'Europe/Berlin';
  if (!IANAZone.isValidZone(zone)) {
    throw new InputError(
      `${key}: found "${zone}", expected the name of a time zone such as Europe/Berlin`,
    );
  }
  return zone;
}
