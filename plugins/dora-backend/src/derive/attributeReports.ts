import {
  defaultAttributionHours,
  GrowingInt32Array,
} from '@portal/plugin-dora-common';
import type { Knex } from 'knex';
import { runStatements } from '../database/runStatements';
import type { AttributionSettings } from './attributeEntities';
import { newDeployments, stageReported } from './newDeployments';
import { outcomesOfEvents } from './outcomesOfEvents';
import { revertsQuery, type RevertPairs } from './readHistories';
import { nothingReported, readReported, type Reported } from './readReported';
import { daysStatements } from './storeDays';
import { storeDeployments } from './storeDeployments';
import { storeRunning } from './storeRunning';
import { storeUnattributed } from './storeUnattributed';

/** The stored deployments, in their order. */
type StoredDeployments = { places: Int32Array; changes: Int32Array };

/**
 * Derives what follows from an entity's reports where neither its commits nor which deployments there are changed since it was
 * derived: then each commit is of the deployment that it was of, and what a late incident changes is found without the history.
 * What is stored is the same as `attributeEntities` stores.
 *
 * @returns Whether it could: nothing was stored otherwise.
 */
export async function attributeReports(
  transaction: Knex.Transaction,
  options: { entityId: number } & AttributionSettings,
): Promise<boolean> {
  const { entityId, environments } = options;
  const { attributionHours = defaultAttributionHours } = options;
  const entityIds = [entityId];
  const found = await readReported(transaction, { entityIds, environments });
  const reported = found.get(entityId) ?? nothingReported;
  const { deployments, incidents, everywhere } = reported;
  if (deployments.length + incidents.length === 0) {
    // By other rules: those of a history alone.
    return false;
  }
  const succeeded = deployments.filter(
    ({ event }) => event.result === 'success',
  );
  const hasReported = succeeded.length > 0;
  if (hasReported) {
    await stageReported(transaction, succeeded);
  }
  const facts = { entityId, hasReported };
  const stored = await readStored(transaction, facts);
  if (!stored) {
    return false;
  }
  const { places, changes } = stored;
  const reverts = await readReverts(transaction, entityId);
  const owners = await readOwners(transaction, {
    entityId,
    places,
    reverts,
    incidents,
  });
  const [{ outcomes, unattributed }] = await outcomesOfEvents(transaction, {
    histories: [{ entityId, owners, reverts, reported }],
    hasReported,
    hours: attributionHours,
  });
  await storeDeployments(transaction, {
    hasReported,
    attributions: [{ entityId, places, owners, changes, outcomes }],
  });
  await storeUnattributed(transaction, {
    entityIds,
    unattributed: unattributed.map(report => ({ ...report, entityId })),
  });
  await storeRunning(transaction, [
    {
      entityId,
      deployments: everywhere,
      reportsProduction: deployments.length > 0,
    },
  ]);
  // Last, since the rows of the sums are shared by all.
  await runStatements(transaction, daysStatements(entityIds));
  return true;
}

/** What is stored of the deployments, if they are still the same: of the same commits, in the same order. */
async function readStored(
  transaction: Knex.Transaction,
  { entityId, hasReported }: { entityId: number; hasReported: boolean },
): Promise<StoredDeployments | undefined> {
  const { rows }: { rows: { place: number; changes: number | null }[] } =
    await transaction.raw(
      `WITH ${newDeployments({ entityIds: [entityId], hasReported })}
       SELECT d.place, CASE WHEN (d.released_at, d.sha, nullif(d.tag, ''), d.kind = 'mainline')
         IS NOT DISTINCT FROM (x.deployed_at, x.sha, x.tag, x.mainline) THEN x.changes END AS changes
       FROM new_deployments d
       FULL JOIN (SELECT * FROM deployments WHERE entity_id = :entityId) x ON x.place = d.place
       ORDER BY d.ordinal`,
      { entityId },
    );
  return rows.every(({ place, changes }) => place !== null && changes !== null)
    ? {
        places: Int32Array.from(rows, ({ place }) => place),
        changes: Int32Array.from(rows, ({ changes }) => changes ?? 0),
      }
    : undefined;
}

async function readReverts(
  transaction: Knex.Transaction,
  entityId: number,
): Promise<RevertPairs> {
  const { rows }: { rows: { reverting: number; reverted: number }[] } =
    await transaction.raw(revertsQuery(`c.entity_id = ${entityId}`));
  const [reverting, reverted] = [
    GrowingInt32Array.create({ capacity: 64 }),
    GrowingInt32Array.create({ capacity: 64 }),
  ];
  for (const row of rows) {
    reverting.push(row.reverting);
    reverted.push(row.reverted);
  }
  return { reverting, reverted };
}

/** The owners of the commits that matter to failures, as they are stored; the others are left at none. */
async function readOwners(
  transaction: Knex.Transaction,
  options: {
    entityId: number;
    places: Int32Array;
    reverts: RevertPairs;
    incidents: Reported['incidents'];
  },
): Promise<Int32Array> {
  const { entityId, places, reverts, incidents } = options;
  const { rows }: { rows: { position: number; place: number }[] } =
    await transaction.raw(
      `WITH named AS (
         SELECT unnest(:positions::integer[]) AS position
         UNION
         SELECT position FROM commits WHERE entity_id = :entityId AND sha = ANY (ARRAY(
           SELECT CASE WHEN name ~ '^([0-9a-f]{40}|[0-9a-f]{64})$' THEN decode(name, 'hex') END
           FROM unnest(:shas::text[]) AS n (name)))
       )
       SELECT x.commit_position AS position, x.deployment_place AS place
       FROM named n JOIN changes x ON x.entity_id = :entityId AND x.commit_position = n.position`,
      {
        entityId,
        positions: [
          ...reverts.reverting.toArray(),
          ...reverts.reverted.toArray(),
        ],
        shas: incidents.flatMap(({ event }) => event.causedBy ?? []),
      },
    );
  const ordinals = new Map<number, number>();
  places.forEach((place, ordinal) => ordinals.set(place, ordinal));
  const last = rows.reduce((most, { position }) => Math.max(most, position), 0);
  const owners = new Int32Array(last + 1).fill(-1);
  for (const { position, place } of rows) {
    owners[position] = ordinals.get(place) ?? -1;
  }
  return owners;
}
