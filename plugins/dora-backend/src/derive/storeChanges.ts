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
  // The entities are locked, so that nobody else inserts what is not there: without a look for conflicts it takes less time.
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
     ), gone AS (
       DELETE FROM changes x WHERE ${isPartOf(
         'x',
         'commit_position',
       )} AND NOT EXISTS (
         SELECT FROM owned o WHERE o.entity_id = x.entity_id AND o.commit_position = x.commit_position)
     ), moved AS (
       UPDATE changes k SET deployment_place = n.deployment_place, lead_ms = n.lead_ms
       FROM now_changes n
       WHERE ${isPartOf(
         'k',
         'commit_position',
       )} AND k.entity_id = n.entity_id AND k.commit_position = n.commit_position
         AND (k.deployment_place, k.lead_ms) IS DISTINCT FROM (n.deployment_place, n.lead_ms)
     )
     INSERT INTO changes (entity_id, commit_position, deployment_place, lead_ms)
     SELECT n.* FROM now_changes n
     WHERE NOT EXISTS (SELECT FROM changes k
       WHERE ${isPartOf(
         'k',
         'commit_position',
       )} AND k.entity_id = n.entity_id AND k.commit_position = n.commit_position)
     ORDER BY n.entity_id, n.commit_position`,
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
