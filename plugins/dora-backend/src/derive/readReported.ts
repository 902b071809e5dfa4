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

type ReportRow = { number: number; report: Report; provenance: number };

/**
 * Reads an entity's reported deployments and incidents. What happened outside of production, or in an environment that is
 * not known, is left out of what is attributed; an incident that names none is taken for one of production, since tools that
 * tell of incidents mostly know of nothing else.
 */
export async function readReported(
  transaction: Knex.Transaction,
  options: { entityId: number; environments: EnvironmentResolver },
): Promise<Reported> {
  const { entityId, environments } = options;
  const rows: ReportRow[] = await transaction('report_entities as e')
    .join('reports as r', 'r.number', 'e.report_number')
    .where('e.entity_id', entityId)
    .whereIn('e.kind', ['deployment', 'incident'])
    .orderBy('r.number')
    .select('r.number', 'r.report', 'r.provenance');
  const reported: Reported = {
    deployments: [],
    everywhere: [],
    incidents: [],
  };
  for (const { number, report, provenance } of rows) {
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
