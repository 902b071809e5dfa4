import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  everything,
  type MetricsApi,
  type RegisteredMetric,
} from '@portal/plugin-metrics-common';
import type { FailureSubject } from '@portal/plugin-metrics-react';

/** What the widgets show, where they have to say that it is missing. */
export const figures: FailureSubject = {
  subject: 'figures',
  permission: 'metrics.value.read',
};

/** Whose figure a tile shows: as its settings say, else that of the entity on whose page it stands, else of everything. */
export function subjectOf(setting: unknown, entityRef?: string): string {
  const named = setting === undefined ? entityRef : String(setting);
  return named === undefined || named === everything
    ? everything
    : completeRef(named);
}

/** The complete reference of an entity. Without a kind it is a component. */
export function completeRef(ref: string): string {
  return stringifyEntityRef(
    parseEntityRef(ref, {
      defaultKind: 'component',
      defaultNamespace: 'default',
    }),
  ).toLocaleLowerCase('en-US');
}

/**
 * What the metric store calls an environment: the name under which it was reported, in whatever case it is asked for. One
 * that was never reported stays as it is, and has no values.
 */
export async function dimensionOf(
  metrics: MetricsApi,
  options: {
    environment?: string;
    metricIds: readonly string[];
    signal: AbortSignal;
  },
): Promise<string | undefined> {
  const { environment, metricIds, signal } = options;
  if (!environment) {
    return undefined;
  }
  const definitions: RegisteredMetric[] = await metrics.definitions({ signal });
  const wanted = environment.toLocaleLowerCase('en-US');
  return (
    definitions
      .filter(({ id }) => metricIds.includes(id))
      .flatMap(({ dimensions }) => dimensions)
      .find(name => name.toLocaleLowerCase('en-US') === wanted) ?? environment
  );
}

/** A setting that is a text, where it is given. */
export function textOf(setting: unknown): string | undefined {
  return typeof setting === 'string' && setting !== '' ? setting : undefined;
}
