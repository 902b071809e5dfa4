import type { Knex } from 'knex';
import { arrayText } from '../database/arrayText';
import { isOneOf } from '../database/isOneOf';
import type { Attribution } from './Attribution';
import { newDeployments } from './newDeployments';

/**
 * What orders deployments of one instant: 0 only for the first that is known. Numbered through, a late one would move all that
 * follow.
 */
const storedOrdinal = `CASE WHEN d.ordinal = 0 THEN 0
  ELSE row_number() OVER (PARTITION BY d.entity_id, d.released_at ORDER BY d.ordinal) END`;

const derivedColumns = [
  'ordinal',
  'deployed_at',
  'sha',
  'tag',
  'mainline',
  'environment',
  'url',
  'changes',
  'failed',
  'reasons',
  'recovered_by',
  'recovery_ms',
  'recovery_report',
  'rework',
  'demo',
];

/** Writes what differs of the deployments of some entities from what was stored. */
export async function storeDeployments(
  transaction: Knex.Transaction,
  options: { hasReported: boolean; attributions: readonly Attribution[] },
): Promise<void> {
  const { hasReported, attributions } = options;
  const entityIds = attributions.map(({ entityId }) => entityId);
  await transaction.raw(
    `WITH ${newDeployments({ entityIds, hasReported })}, counted AS (
       SELECT * FROM unnest(:entities::integer[], :ordinals::integer[], :changes::integer[])
         AS c (entity_id, ordinal, changes)
     ), became AS (
       SELECT * FROM jsonb_to_recordset(:outcomes::jsonb) AS o (entity_id integer, ordinal integer, reasons jsonb,
         "recoveredBy" integer, "recoveryMs" bigint, "recoveryReport" integer, rework boolean)
     ), gone AS (
       DELETE FROM deployments x WHERE ${isOneOf('x.entity_id', entityIds)}
         AND NOT EXISTS (SELECT FROM new_deployments d WHERE d.entity_id = x.entity_id AND d.place = x.place)
     )
     INSERT INTO deployments AS x (entity_id, place, ${columnsOf('')})
     SELECT d.entity_id, d.place, ${storedOrdinal}, d.released_at, d.sha, nullif(d.tag, ''), d.kind = 'mainline',
       d.environment, d.url, c.changes, coalesce(jsonb_array_length(b.reasons) > 0, false), nullif(b.reasons, '[]'), r.place,
       b."recoveryMs", b."recoveryReport", coalesce(b.rework, false), d.demo
     FROM new_deployments d
     JOIN counted c USING (entity_id, ordinal)
     LEFT JOIN became b USING (entity_id, ordinal)
     LEFT JOIN new_deployments r ON r.entity_id = d.entity_id AND r.ordinal = b."recoveredBy"
     ON CONFLICT (entity_id, place) DO UPDATE SET (${columnsOf(
       '',
     )}) = ROW (${columnsOf('excluded.')})
     WHERE (${columnsOf('x.')}) IS DISTINCT FROM (${columnsOf('excluded.')})`,
    {
      ...countsOf(attributions),
      outcomes: JSON.stringify(
        attributions.flatMap(({ entityId, outcomes }) =>
          [...outcomes.values()].map(outcome => ({
            entity_id: entityId,
            ...outcome,
          })),
        ),
      ),
    },
  );
}

/** As the texts of arrays. */
function countsOf(attributions: readonly Attribution[]) {
  const [entities, ordinals, counts]: number[][] = [[], [], []];
  for (const { entityId, changes } of attributions) {
    changes.forEach((count, ordinal) => {
      entities.push(entityId);
      ordinals.push(ordinal);
      counts.push(count);
    });
  }
  return {
    entities: arrayText(entities),
    ordinals: arrayText(ordinals),
    changes: arrayText(counts),
  };
}

function columnsOf(prefix: string): string {
  return derivedColumns.map(column => `${prefix}${column}`).join(', ');
}
