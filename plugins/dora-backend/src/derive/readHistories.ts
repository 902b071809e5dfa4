import { CommitGraph, GrowingInt32Array } from '@portal/plugin-dora-common';
import type { Knex } from 'knex';
import { copyIntegersOut } from '@portal/bulk-import';
import { isOneOf } from '../database/isOneOf';
import { newDeployments, type DerivedEntities } from './newDeployments';

/** Stands for a commit that is not known: no history is that long, so that it reaches nothing. */
const unknownCommit = 2 ** 31 - 1;

const millisecondsPerDay = 86_400_000;

/** What a row of the query of a history tells, with two integers. */
const historyRows = {
  commit: 0,
  report: 1,
  day: 2,
  time: 3,
  parent: 4,
  revert: 5,
};

/** Positions of commits: the first of each pair takes the second back. */
export type RevertPairs = {
  reverting: GrowingInt32Array;
  reverted: GrowingInt32Array;
};

/** What of an entity's history attribution works with. */
export type DeliveryHistory = {
  entityId: number;
  /** Of the deployments, in their order. */
  deployments: {
    /** The positions of the deployed commits. */
    commits: Int32Array;
    /** What the stored deployments are called. */
    places: Int32Array;
    /** Epoch milliseconds. */
    at: Float64Array;
  };
  graph: CommitGraph;
  reverts: RevertPairs;
};

/**
 * Reads the histories of some entities in one go.
 *
 * @param options - `commits` is how many positions of commits an entity has.
 * @returns One for each entity, in their order.
 */
export async function readHistories(
  transaction: Knex.Transaction,
  options: {
    entities: readonly { id: number; commits: number }[];
    hasReported: boolean;
  },
): Promise<DeliveryHistory[]> {
  const { entities, hasReported } = options;
  const entityIds = entities.map(({ id }) => id);
  const readings = entities.map(({ id, commits }) => ({
    entityId: id,
    graph: CommitGraph.create({ size: commits }),
    reverts: {
      reverting: GrowingInt32Array.create({ capacity: 64 }),
      reverted: GrowingInt32Array.create({ capacity: 64 }),
    },
    deployed: GrowingInt32Array.create(),
  }));
  const byEntity = new Map(readings.map(each => [each.entityId, each]));
  await copyIntegersOut(transaction, historyQuery({ entityIds, hasReported }), {
    columns: 4,
    onRow: ([entityId, type, first, second]) => {
      // The query gives rows of these entities only.
      const { graph, reverts, deployed } = byEntity.get(entityId)!;
      if (type === historyRows.parent) {
        graph.addParent(first, second);
      } else if (type === historyRows.revert) {
        reverts.reverting.push(first);
        reverts.reverted.push(second);
      } else {
        deployed.push(type);
        deployed.push(first);
        deployed.push(second);
      }
    },
  });
  return readings.map(({ deployed, ...rest }) => ({
    ...rest,
    deployments: readDeployments(deployed),
  }));
}

/**
 * The histories as rows of four integers, the first of which is the entity: of deployments, by their place in order, the
 * position of their commit, the number of their report or 0, the day and the milliseconds into it; commits with a parent;
 * reverting and reverted commit, where the name, full or abbreviated, is that of exactly one commit.
 */
function historyQuery(options: DerivedEntities): string {
  const isIn = (alias: string) =>
    isOneOf(`${alias}.entity_id`, options.entityIds);
  const { commit, report, day, time, parent, revert } = historyRows;
  return `COPY (
    WITH ${newDeployments(options)}
    SELECT d.entity_id, told.type, d.ordinal, told.value
    FROM (SELECT *, round(date_part('epoch', released_at) * 1000)::bigint AS ms FROM new_deployments) d
    CROSS JOIN LATERAL (VALUES
      (${commit}, coalesce(d.commit_position, ${unknownCommit})), (${report}, greatest(-d.place, 0)),
      (${day}, (d.ms / ${millisecondsPerDay})::integer), (${time}, (d.ms % ${millisecondsPerDay})::integer)
    ) told (type, value)
    UNION ALL
    SELECT c.entity_id, ${parent}, c.position, p.position
    FROM commits c JOIN commits p ON p.entity_id = c.entity_id AND p.sha = c.first_parent
    WHERE ${isIn('c')} AND ${isIn('p')}
    UNION ALL
    SELECT c.entity_id, ${parent}, c.position, p.position
    FROM (SELECT m.entity_id, m.position, unnest(m.other_parents) AS parent FROM commits m
          WHERE ${isIn('m')} AND m.other_parents IS NOT NULL) c
    JOIN commits p ON p.entity_id = c.entity_id AND p.sha = c.parent
    WHERE ${isIn('p')}
    UNION ALL
    SELECT r.entity_id, ${revert}, r.reverting, r.reverted FROM (${revertsQuery(
    isIn('c'),
  )}) r
  ) TO STDOUT`;
}

/**
 * Reverting and reverted commits, where the name, full or abbreviated, is that of exactly one commit.
 *
 * @param condition - on the reverting commit, `c`
 */
export function revertsQuery(condition: string): string {
  return `SELECT c.entity_id, c.position AS reverting, m.position AS reverted
    FROM commits c CROSS JOIN LATERAL (
      SELECT min(found.position) AS position
      FROM (
        SELECT p.position FROM commits p
        WHERE p.entity_id = c.entity_id
          AND p.sha >= decode(rpad(c.reverts, length(c.reverts) + length(c.reverts) % 2, '0'), 'hex')
          AND p.sha <= decode(rpad(c.reverts, 64, 'f'), 'hex')
        LIMIT 2
      ) found
      HAVING count(*) = 1
    ) m
    WHERE ${condition} AND c.reverts IS NOT NULL`;
}

/** @param told - threes of a row's type, the place in order and a value, in any order. */
function readDeployments(
  told: GrowingInt32Array,
): DeliveryHistory['deployments'] {
  const valuesOfEach = 4;
  const count = told.length / 3 / valuesOfEach;
  const commits = new Int32Array(count);
  const places = new Int32Array(count);
  const at = new Float64Array(count);
  for (let index = 0; index < told.length; index += 3) {
    const [ordinal, value] = [told.at(index + 1), told.at(index + 2)];
    switch (told.at(index)) {
      case historyRows.commit:
        commits[ordinal] = value;
        break;
      case historyRows.report:
        places[ordinal] = -value;
        break;
      case historyRows.day:
        at[ordinal] += value * millisecondsPerDay;
        break;
      default:
        at[ordinal] += value;
    }
  }
  // A release has no report: its place is that of its commit.
  places.forEach((place, ordinal) => {
    if (place === 0) {
      places[ordinal] = commits[ordinal];
    }
  });
  return { commits, places, at };
}
