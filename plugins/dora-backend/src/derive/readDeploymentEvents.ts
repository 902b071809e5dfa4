import type { DeploymentEvent } from '@portal/plugin-dora-common';
import type { Knex } from 'knex';
import { newDeployments } from './newDeployments';
import type { Reported } from './readReported';

/** The deployments of an entity as events, and where each is in order. */
export type DeploymentEvents = {
  /** Those that did not succeed are among them; they have no place. */
  events: DeploymentEvent[];
  /** By the id of the event. */
  ordinals: Map<string, number>;
  /** By the place in order. */
  ids: string[];
};

type Row = {
  entity_id: number;
  ordinal: number;
  kind: string;
  number: string;
  sha: string | null;
  tag: string;
  at: string;
};

/** A release has no environment of its own: none that a tool could have named. */
const released = '';

/** What tools reported of an entity. */
export type ReportedEntity = { entityId: number; reported: Reported };

/**
 * Makes events of the new deployments of some entities, so that releases and reports are dealt with by the same rules.
 *
 * @returns One for each entity, in their order.
 */
export async function readDeploymentEvents(
  transaction: Knex.Transaction,
  options: { entities: readonly ReportedEntity[]; hasReported: boolean },
): Promise<DeploymentEvents[]> {
  const { entities, hasReported } = options;
  const entityIds = entities.map(({ entityId }) => entityId);
  const { rows }: { rows: Row[] } = await transaction.raw(
    `WITH ${newDeployments({ entityIds, hasReported })}
     SELECT entity_id, ordinal, kind, number, encode(sha, 'hex') AS sha, tag,
       round(extract(epoch FROM released_at) * 1000)::bigint AS at
     FROM new_deployments ORDER BY entity_id, ordinal`,
  );
  const byEntity = Map.groupBy(rows, row => row.entity_id);
  return entities.map(entity =>
    eventsOf(byEntity.get(entity.entityId) ?? [], entity),
  );
}

function eventsOf(
  rows: readonly Row[],
  { entityId, reported }: ReportedEntity,
): DeploymentEvents {
  const byNumber = new Map(
    reported.deployments.map(each => [each.number, each]),
  );
  const running = new Map<string, string>();
  const ids: string[] = [];
  const events = rows.map((row): DeploymentEvent => {
    const told =
      row.kind === 'reported' ? byNumber.get(Number(row.number)) : undefined;
    const event: DeploymentEvent = told
      ? { ...told.event }
      : {
          id: `${row.kind}:${row.sha}`,
          service: String(entityId),
          environment: released,
          version: row.tag || undefined,
          sha: row.sha ?? undefined,
          finishedAt: Number(row.at),
          result: 'success',
        };
    if (told?.isRollback) {
      event.rollbackOf ??= running.get(event.environment);
    }
    running.set(event.environment, event.id);
    ids[row.ordinal] = event.id;
    return event;
  });
  const failed = reported.deployments
    .map(({ event }) => event)
    .filter(({ result }) => result !== 'success');
  return {
    events: [...events, ...failed],
    ordinals: new Map(ids.map((id, ordinal) => [id, ordinal])),
    ids,
  };
}
