import type { Knex } from 'knex';
import { setImmediate } from 'node:timers/promises';
import { arrayText } from '../database/arrayText';
import { isOneOf } from '../database/isOneOf';
import type { Attribution } from './Attribution';

/** How many commits a statement is of at most. */
const commitsPerStatement = 100_000;
const noLimit = 2 ** 31 - 1;

/** Lead time counts for changes with at most one parent that waited for their deployment. */
const leadTime = `CASE
  WHEN c.other_parents IS NULL
    AND NOT (d.mainline AND d.place = c.position)
    AND d.deployed_at >= c.committed_at
  THEN round(date_part('epoch', d.deployed_at - c.committed_at) * 1000)::bigint END`;

/** Commits `[from, to)` of each of some entities. */
type Piece = {
  attributions: readonly Attribution[];
  from: number;
  to: number;
};

/** Writes what differs of the changes of some entities from what was stored. Their deployments are stored before. */
export async function storeChanges(
  transaction: Knex.Transaction,
  attributions: readonly Attribution[],
): Promise<void> {
  for (const piece of piecesOf(attributions)) {
    await storePiece(transaction, piece);
    await setImmediate();
  }
}

/** Many small entities at once, a large one in pieces. */
function* piecesOf(attributions: readonly Attribution[]): Generator<Piece> {
  let together: Attribution[] = [];
  let commits = 0;
  for (const attribution of attributions) {
    const { length } = attribution.owners;
    if (together.length > 0 && commits + length > commitsPerStatement) {
      yield { attributions: together, from: 0, to: noLimit };
      together = [];
      commits = 0;
    }
    if (length > commitsPerStatement) {
      yield* piecesOfOne(attribution);
    } else {
      together.push(attribution);
      commits += length;
    }
  }
  if (together.length > 0) {
    yield { attributions: together, from: 0, to: noLimit };
  }
}

function* piecesOfOne(attribution: Attribution): Generator<Piece> {
  const { length } = attribution.owners;
  for (let from = 0; from < length; from += commitsPerStatement) {
    const to = from + commitsPerStatement;
    yield {
      attributions: [attribution],
      from,
      // Behind the last commit there may be changes of commits that were forgotten.
      to: to < length ? to : noLimit,
    };
  }
}

async function storePiece(
  transaction: Knex.Transaction,
  piece: Piece,
): Promise<void> {
  const { attributions, from, to } = piece;
  const entityIds = attributions.map(({ entityId }) => entityId);
  const isPartOf = (alias: string, position: string) =>
    `${isOneOf(`${alias}.entity_id`, entityIds)}
     AND ${alias}.${position} >= ${from} AND ${alias}.${position} < ${to}`;
  // One look at what was stored serves all three: of many entities it is most of the time. They are locked, so that nobody else inserts
  // what is not there.
  await transaction.raw(
    `WITH owned AS MATERIALIZED (
       SELECT * FROM unnest(:entities::integer[], :positions::integer[], :places::integer[])
         AS o (entity_id, commit_position, deployment_place)
     ), now_changes AS MATERIALIZED (
       SELECT o.*, ${leadTime} AS lead_ms
       FROM owned o
       JOIN deployments d ON d.entity_id = o.entity_id AND d.place = o.deployment_place
       JOIN commits c ON c.entity_id = o.entity_id AND c.position = o.commit_position
       WHERE ${isOneOf('d.entity_id', entityIds)} AND ${isPartOf(
      'c',
      'position',
    )}
     ), differing AS MATERIALIZED (
       SELECT coalesce(n.entity_id, k.entity_id) AS entity_id,
         coalesce(n.commit_position, k.commit_position) AS commit_position,
         n.deployment_place, n.lead_ms, k.entity_id IS NOT NULL AS was_there, n.entity_id IS NULL AS is_gone
       FROM now_changes n
       FULL JOIN (SELECT * FROM changes x WHERE ${isPartOf(
         'x',
         'commit_position',
       )}) k ON k.entity_id = n.entity_id AND k.commit_position = n.commit_position
       WHERE (k.entity_id, k.deployment_place, k.lead_ms) IS DISTINCT FROM (n.entity_id, n.deployment_place, n.lead_ms)
     ), gone AS (
       DELETE FROM changes x USING differing d
       WHERE d.is_gone AND ${isOneOf('x.entity_id', entityIds)}
         AND x.entity_id = d.entity_id AND x.commit_position = d.commit_position
     ), moved AS (
       UPDATE changes x SET deployment_place = d.deployment_place, lead_ms = d.lead_ms
       FROM differing d
       WHERE d.was_there AND NOT d.is_gone AND ${isOneOf(
         'x.entity_id',
         entityIds,
       )}
         AND x.entity_id = d.entity_id AND x.commit_position = d.commit_position
     )
     INSERT INTO changes (entity_id, commit_position, deployment_place, lead_ms)
     SELECT entity_id, commit_position, deployment_place, lead_ms FROM differing WHERE NOT was_there
     ORDER BY entity_id, commit_position`,
    ownedBy(piece),
  );
}

/** As the texts of arrays. */
function ownedBy({ attributions, from, to }: Piece) {
  const [entities, positions, places]: number[][] = [[], [], []];
  for (const attribution of attributions) {
    const { entityId, owners } = attribution;
    const end = Math.min(to, owners.length);
    for (let position = from; position < end; position += 1) {
      if (owners[position] > 0) {
        entities.push(entityId);
        positions.push(position);
        places.push(attribution.places[owners[position]]);
      }
    }
  }
  return {
    entities: arrayText(entities),
    positions: arrayText(positions),
    places: arrayText(places),
  };
}
