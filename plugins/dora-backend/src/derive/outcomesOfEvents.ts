import {
  attributeEventFailures,
  type ChangeEvent,
} from '@portal/plugin-dora-common';
import type { Knex } from 'knex';
import { isOneOf } from '../database/isOneOf';
import type { Outcome, UnattributedReport } from './Outcome';
import {
  readDeploymentEvents,
  type DeploymentEvents,
  type ReportedEntity,
} from './readDeploymentEvents';
import type { RevertPairs } from './readHistories';

/** An entity of which tools reported, and the deployment of each of its commits. */
export type ReportedHistory = ReportedEntity & {
  owners: Int32Array;
  reverts: RevertPairs;
};

/** What became of the deployments of an entity. */
export type EventOutcomes = {
  entityId: number;
  outcomes: Map<number, Outcome>;
  unattributed: UnattributedReport[];
};

/** Which changes matter to failures, and where they are. */
type Named = {
  entityId: number;
  position: number;
  sha: string;
  committedAt: number;
};

const fullName = /^([0-9a-f]{40}|[0-9a-f]{64})$/;

/**
 * What became of deployments where tools reported of some of them, or of incidents. The rules are those of
 * `attributeEventFailures`; of the changes only those come along that revert, are reverted, or that an incident names.
 *
 * @returns One for each entity, in their order.
 */
export async function outcomesOfEvents(
  transaction: Knex.Transaction,
  options: {
    histories: readonly ReportedHistory[];
    hasReported: boolean;
    /** How long after a deployment an incident of its service is charged to it. */
    hours: number;
  },
): Promise<EventOutcomes[]> {
  const { histories, hasReported, hours } = options;
  if (histories.length === 0) {
    return [];
  }
  const deployments = await readDeploymentEvents(transaction, {
    entities: histories,
    hasReported,
  });
  const named = Map.groupBy(
    await readNamed(transaction, histories),
    ({ entityId }) => entityId,
  );
  return histories.map((history, index) =>
    outcomesOfEntity(history, {
      deployments: deployments[index],
      named: named.get(history.entityId) ?? [],
      hours,
    }),
  );
}

function outcomesOfEntity(
  history: ReportedHistory,
  known: { deployments: DeploymentEvents; named: Named[]; hours: number },
): EventOutcomes {
  const { entityId, reported } = history;
  const { deployments, hours } = known;
  const incidents = reported.incidents.map(({ event }) => event);
  const changes = changesOf(history, known);
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
    entityId,
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

function changesOf(
  { entityId, owners, reverts }: ReportedHistory,
  known: { deployments: DeploymentEvents; named: readonly Named[] },
): ChangeEvent[] {
  const { deployments, named } = known;
  const undone = new Map(pairsOf(reverts));
  const shas = new Map(named.map(({ position, sha }) => [position, sha]));
  return named.flatMap(({ position, sha, committedAt }): ChangeEvent[] => {
    const owner = owners[position] ?? -1;
    const reverted = undone.get(position);
    // What the first known deployment brought is no change of it.
    return owner > 0
      ? [
          {
            sha,
            service: String(entityId),
            committedAt,
            deploymentId: deployments.ids[owner],
            reverts: reverted === undefined ? undefined : shas.get(reverted),
          },
        ]
      : [];
  });
}

function pairsOf({ reverting, reverted }: RevertPairs): [number, number][] {
  return Array.from(reverting.toArray(), (position, pair) => [
    position,
    reverted.at(pair),
  ]);
}

/** The commits that revert or are reverted, and those that an incident names. */
async function readNamed(
  transaction: Knex.Transaction,
  histories: readonly ReportedHistory[],
): Promise<Named[]> {
  const entityIds = histories.map(({ entityId }) => entityId);
  const positions = histories.flatMap(({ entityId, reverts }) =>
    pairsOf(reverts)
      .flat()
      .map(position => ({ entityId, position })),
  );
  const shas = histories.flatMap(({ entityId, reported }) =>
    reported.incidents.flatMap(({ event: { causedBy } }) =>
      causedBy !== undefined && fullName.test(causedBy)
        ? [{ entityId, sha: causedBy }]
        : [],
    ),
  );
  const { rows } = await transaction.raw(
    `SELECT c.entity_id AS "entityId", c.position, encode(c.sha, 'hex') AS sha, c.committed_at AS at
     FROM (
       SELECT * FROM unnest(:positionEntities::integer[], :positions::integer[]) AS p (entity_id, position)
       UNION
       SELECT k.entity_id, k.position
       FROM unnest(:shaEntities::integer[], :shas::text[]) AS n (entity_id, name)
       JOIN commits k ON k.entity_id = n.entity_id AND k.sha = decode(n.name, 'hex')
       WHERE ${isOneOf('k.entity_id', entityIds)}
     ) named
     JOIN commits c ON c.entity_id = named.entity_id AND c.position = named.position
     WHERE ${isOneOf('c.entity_id', entityIds)}
     ORDER BY c.entity_id, c.position`,
    {
      positionEntities: positions.map(({ entityId }) => entityId),
      positions: positions.map(({ position }) => position),
      shaEntities: shas.map(({ entityId }) => entityId),
      shas: shas.map(({ sha }) => sha),
    },
  );
  return rows.map(
    ({ at, ...row }: Omit<Named, 'committedAt'> & { at: Date }) => ({
      ...row,
      committedAt: at.getTime(),
    }),
  );
}
