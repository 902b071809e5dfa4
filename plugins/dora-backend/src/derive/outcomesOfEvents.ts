import {
  attributeEventFailures,
  type ChangeEvent,
  type IncidentEvent,
} from '@portal/plugin-dora-common';
import type { Knex } from 'knex';
import type { Outcome, UnattributedReport } from './Outcome';
import {
  readDeploymentEvents,
  type DeploymentEvents,
} from './readDeploymentEvents';
import type { Reported } from './readReported';
import type { RevertPairs } from './readHistories';

/** Which changes matter to failures, and where they are. */
type Named = { position: number; sha: string; committedAt: number };

const fullName = /^([0-9a-f]{40}|[0-9a-f]{64})$/;

/**
 * What became of deployments where tools reported of some of them, or of incidents. The rules are those of
 * `attributeEventFailures`; of the changes only those come along that revert, are reverted, or that an incident names.
 */
export async function outcomesOfEvents(
  transaction: Knex.Transaction,
  options: {
    entityId: number;
    hasReported: boolean;
    owners: Int32Array;
    reverts: RevertPairs;
    reported: Reported;
    /** How long after a deployment an incident of its service is charged to it. */
    hours: number;
  },
): Promise<{
  outcomes: Map<number, Outcome>;
  unattributed: UnattributedReport[];
}> {
  const { reported, hours } = options;
  const deployments = await readDeploymentEvents(transaction, options);
  const incidents = reported.incidents.map(({ event }) => event);
  const changes = await readChanges(transaction, {
    ...options,
    deployments,
    incidents,
  });
  const attribution = attributeEventFailures({
    deployments: deployments.events,
    incidents,
    changes,
    hours,
  });
  const numbers = new Map(
    [...reported.incidents, ...reported.deployments].map(
      ({ number, event }) => [event.id, number],
    ),
  );
  const outcomes = new Map<number, Outcome>();
  for (const {
    deployment,
    reasons,
    recovery,
    repaired,
  } of attribution.outcomes) {
    const ordinal = deployments.ordinals.get(deployment.id);
    if (ordinal !== undefined && reasons.length + repaired.length > 0) {
      const isIncident = recovery?.type === 'incident';
      outcomes.set(ordinal, {
        ordinal,
        reasons,
        recoveryMs: recovery?.duration,
        recoveredBy:
          recovery && !isIncident
            ? deployments.ordinals.get(recovery.id)
            : undefined,
        recoveryReport:
          recovery && isIncident ? numbers.get(recovery.id) : undefined,
        rework: repaired.length > 0,
      });
    }
  }
  return {
    outcomes,
    unattributed: attribution.unattributed.flatMap(item => {
      const [id, at] =
        item.type === 'incident'
          ? [item.incident.id, item.incident.openedAt]
          : [item.deployment.id, item.deployment.finishedAt];
      const number = numbers.get(id);
      return number === undefined ? [] : [{ number, at, reason: item.reason }];
    }),
  };
}

async function readChanges(
  transaction: Knex.Transaction,
  options: {
    entityId: number;
    owners: Int32Array;
    reverts: RevertPairs;
    deployments: DeploymentEvents;
    incidents: readonly IncidentEvent[];
  },
): Promise<ChangeEvent[]> {
  const { entityId, owners, reverts, deployments, incidents } = options;
  const { reverting, reverted } = reverts;
  const pairs = new Map<number, number>();
  for (let pair = 0; pair < reverting.length; pair += 1) {
    pairs.set(reverting.at(pair), reverted.at(pair));
  }
  const named = await readNamed(transaction, {
    entityId,
    positions: [...pairs].flat(),
    shas: incidents.flatMap(({ causedBy }) =>
      causedBy !== undefined && fullName.test(causedBy) ? [causedBy] : [],
    ),
  });
  const shas = new Map(named.map(({ position, sha }) => [position, sha]));
  return named.flatMap(({ position, sha, committedAt }): ChangeEvent[] => {
    const owner = owners[position] ?? -1;
    const undone = pairs.get(position);
    // What the first known deployment brought is no change of it.
    return owner > 0
      ? [
          {
            sha,
            service: String(entityId),
            committedAt,
            deploymentId: deployments.ids[owner],
            reverts: undone === undefined ? undefined : shas.get(undone),
          },
        ]
      : [];
  });
}

async function readNamed(
  transaction: Knex.Transaction,
  options: { entityId: number; positions: number[]; shas: string[] },
): Promise<Named[]> {
  const { entityId, positions, shas } = options;
  const { rows } = await transaction.raw(
    `SELECT position, encode(sha, 'hex') AS sha, committed_at FROM commits
     WHERE entity_id = :entityId AND (position = ANY (:positions::integer[])
       OR sha IN (SELECT decode(name, 'hex') FROM unnest(:shas::text[]) AS n (name)))
     ORDER BY position`,
    { entityId, positions, shas },
  );
  return rows.map(
    (row: { position: number; sha: string; committed_at: Date }) => ({
      position: row.position,
      sha: row.sha,
      committedAt: row.committed_at.getTime(),
    }),
  );
}
