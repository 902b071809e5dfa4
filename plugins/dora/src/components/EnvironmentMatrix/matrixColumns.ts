import type {
  MatrixEnvironment,
  MatrixRow,
  RunningVersion,
} from '@portal/plugin-dora-common';
import type { DataColumn } from '@portal/plugin-metrics-react';

/** A column of the matrix: an environment, or what was released without one. */
export type MatrixColumn = {
  /** Missing for releases that no column of production takes. */
  environment?: MatrixEnvironment;
  title: string;
};

/** One service in one environment, for a table that is taken elsewhere. */
export type MatrixCellRow = {
  entityRef: string;
  environment: string;
  running: RunningVersion;
};

/**
 * The columns for the environments that are asked for, all where none are. Releases stand in the first production environment;
 * where there is none, in a column of their own.
 */
export function columnsOf(
  environments: readonly MatrixEnvironment[],
  rows: readonly MatrixRow[],
  only: readonly string[] = [],
): MatrixColumn[] {
  const wanted = new Set(only.map(name => name.toLocaleLowerCase('en-US')));
  const columns = environments
    .filter(
      ({ name }) =>
        wanted.size === 0 || wanted.has(name.toLocaleLowerCase('en-US')),
    )
    .map(
      (environment): MatrixColumn => ({
        environment,
        title: environment.name,
      }),
    );
  const hasReleases = rows.some(({ running }) =>
    running.some(({ environment }) => environment === undefined),
  );
  const hasProduction = environments.some(({ production }) => production);
  return hasReleases && !hasProduction && wanted.size === 0
    ? [...columns, { title: 'Released' }]
    : columns;
}

/** What runs of a service in the environment of a column. */
export function runningIn(
  { running }: MatrixRow,
  { environment }: MatrixColumn,
  environments: readonly MatrixEnvironment[],
): RunningVersion | undefined {
  const found = running.find(each => each.environment === environment?.name);
  const isFirstProduction =
    environment !== undefined &&
    environments.find(({ production }) => production)?.name ===
      environment.name;
  return (
    found ??
    (isFirstProduction
      ? running.find(each => each.environment === undefined)
      : undefined)
  );
}

/** What a file holds of each service and environment. */
export const exportColumns: readonly DataColumn<MatrixCellRow>[] = [
  { id: 'service', title: 'Service', text: ({ entityRef }) => entityRef },
  {
    id: 'environment',
    title: 'Environment',
    text: ({ environment }) => environment,
  },
  {
    id: 'version',
    title: 'Version',
    text: ({ running }) => running.version ?? '',
  },
  { id: 'commit', title: 'Commit', text: ({ running }) => running.sha ?? '' },
  {
    id: 'deployedAt',
    title: 'Deployed at',
    text: ({ running }) => running.deployedAt ?? '',
  },
  {
    id: 'versionsBehind',
    title: 'Versions behind',
    text: ({ running }) => String(running.versionsBehind),
    value: ({ running }) => running.versionsBehind,
  },
  {
    id: 'newerSince',
    title: 'Newer since',
    text: ({ running }) => running.newerSince ?? '',
  },
  {
    id: 'lastAttempt',
    title: 'Last attempt',
    text: ({ running }) => running.lastAttempt?.result ?? '',
  },
];

/** A row for each service and environment. */
export function exportRows(rows: readonly MatrixRow[]): MatrixCellRow[] {
  return rows.flatMap(({ entityRef, running }) =>
    running.map(each => ({
      entityRef,
      environment: each.environment ?? 'release',
      running: each,
    })),
  );
}
