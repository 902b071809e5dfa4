import type {
  DeploymentEvent,
  IncidentEvent,
  Report,
} from '@portal/plugin-dora-common';
import type { Knex } from 'knex';
import { provenanceBits } from '../database/provenance';
import type { EnvironmentResolver } from './EnvironmentResolver';
import type { ToldDeployment } from './storeRunning';

/** A deployment to production that a tool reported. */
export type ReportedEvent = {
  number: number;
  event: DeploymentEvent;
  url?: string;
  demo: boolean;
  /** The source calls it a rollback without saying of what. */
  isRollback: boolean;
};

/** What tools reported of an entity, as far as failures are told from it. */
export type Reported = {
  /** To production: those that succeeded and those that did not, in the order of their numbers. */
  deployments: ReportedEvent[];
  /** Those that ended, in any environment of the catalog. */
  everywhere: ToldDeployment[];
  /** Of production, with the number of their report. */
  incidents: { number: number; event: IncidentEvent }[];
};

/** Of an entity of which no tool told. */
export const nothingReported: Reported = {
  deployments: [],
  everywhere: [],
  incidents: [],
};

type ReportRow = {
  entityId: number;
  number: number;
  report: Report;
  provenance: number;
};

/**
 * Reads the reported deployments and incidents of some entities. What happened outside of production, or in an environment that
 * is not known, is left out of what is attributed; an incident that names none is taken for one of production, since tools that
 * tell of incidents mostly know of nothing else.
 *
 * @returns By the number of the entity, each of them.
 */
export async function readReported(
  transaction: Knex.Transaction,
  options: { entityIds: readonly number[]; environments: EnvironmentResolver },
): Promise<Map<number, Reported>> {
  const { entityIds, environments } = options;
  const found = new Map(
    entityIds.map((entityId): [number, ReportRow[]] => [entityId, []]),
  );
  const rows: ReportRow[] = await transaction('report_entities as e')
    .join('reports as r', 'r.number', 'e.report_number')
    .whereIn('e.entity_id', [...entityIds])
    .whereIn('e.kind', ['deployment', 'incident'])
    .orderBy('r.number')
    .select('e.entity_id as entityId', 'r.number', 'r.report', 'r.provenance');
  for (const row of rows) {
    found.get(row.entityId)?.push(row);
  }
  return new Map(
    [...found].map(([entityId, own]) => [
      entityId,
      reportedOf(own, environments),
    ]),
  );
}

function reportedOf(
  rows: readonly ReportRow[],
  environments: EnvironmentResolver,
): Reported {
  const reported: Reported = {
    deployments: [],
    everywhere: [],
    incidents: [],
  };
  for (const { entityId, number, report, provenance } of rows) {
    if (report.kind === 'deployment') {
      const { environment, production } = environments.resolve(
        report.environment,
      );
      const { finishedAt, result, url } = report;
      if (!environment || finishedAt === undefined || !result) {
        continue;
      }
      const { id, version, sha } = report;
      const demo = provenance === provenanceBits.demo;
      reported.everywhere.push({
        id,
        environment,
        finishedAt,
        result,
        version,
        sha,
        url,
        demo,
      });
      if (production) {
        reported.deployments.push({
          number,
          url,
          demo,
          isRollback: report.isRollback === true,
          event: {
            id,
            service: String(entityId),
            environment,
            version,
            sha,
            startedAt: report.startedAt,
            finishedAt,
            result,
            rollbackOf: report.rollbackOf,
          },
        });
      }
    } else if (report.kind === 'incident') {
      const { openedAt, status, environment } = report;
      const where =
        environment === undefined
          ? undefined
          : environments.resolve(environment);
      const isElsewhere = where?.production === false;
      if (openedAt !== undefined && status !== 'withdrawn' && !isElsewhere) {
        reported.incidents.push({
          number,
          event: {
            id: report.id,
            service: String(entityId),
            environment: where?.environment,
            openedAt,
            resolvedAt: report.resolvedAt,
            causedBy: report.causedBy,
          },
        });
      }
    }
  }
  return reported;
}
