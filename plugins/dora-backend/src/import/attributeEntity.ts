import {
  attributeChanges,
  attributeFailures,
  CommitGraph,
  countChanges,
  GrowingInt32Array,
  type FailureAttribution,
} from '@portal/plugin-dora-common';
import type { Knex } from 'knex';
import { setImmediate } from 'node:timers/promises';
import { copyIn, copyIntegersOut } from '../database/copy';
import {
  createAttributionTables,
  deploymentsQuery,
  furtherParentsQuery,
  firstParentsQuery,
  revertsQuery,
  storeAttribution,
} from './attributionTables';

const bufferLength = 64 * 1024;

/**
 * Derives an entity's deployments and changes from its facts, in the transaction that changed the facts. The rules
 * are those of the common package; this reads what they need into integer arrays and stores what differs.
 */
export async function attributeEntity(
  transaction: Knex.Transaction,
  options: { entityId: number },
): Promise<void> {
  const { entityId } = options;
  await createAttributionTables(transaction, entityId);
  const deployments = await readDeployments(transaction);
  const graph = await readGraph(transaction, entityId);
  const owners = await finish(
    attributeChanges({ graph, deployments: deployments.toArray() }),
  );
  const reverts = await readReverts(transaction, entityId);
  const failures = attributeFailures({
    deployments: deployments.length,
    owners,
    ...reverts,
  });
  const changes = countChanges({ deployments: deployments.length, owners });
  await copyIn(
    transaction,
    'COPY owned (commit_position, ordinal) FROM STDIN',
    ownedRows(owners),
  );
  await copyIn(
    transaction,
    'COPY outcomes (ordinal, changes, recovered_by, rework) FROM STDIN',
    outcomeRows(changes, failures),
  );
  await storeAttribution(transaction, entityId);
}

async function readDeployments(
  transaction: Knex.Transaction,
): Promise<GrowingInt32Array> {
  const deployments = GrowingInt32Array.create();
  await copyIntegersOut(transaction, deploymentsQuery, {
    columns: 1,
    onRow: row => deployments.push(row[0]),
  });
  return deployments;
}

async function readGraph(
  transaction: Knex.Transaction,
  entityId: number,
): Promise<CommitGraph> {
  const { size } = await transaction('commits')
    .where({ entity_id: entityId })
    .max({ last: 'position' })
    .first()
    .then(row => ({ size: (row?.last ?? -1) + 1 }));
  const graph = CommitGraph.create({ size });
  const onRow = (row: Int32Array) => graph.addParent(row[0], row[1]);
  for (const query of [firstParentsQuery, furtherParentsQuery]) {
    await copyIntegersOut(transaction, query(entityId), { columns: 2, onRow });
  }
  return graph;
}

async function readReverts(
  transaction: Knex.Transaction,
  entityId: number,
): Promise<{ reverting: GrowingInt32Array; reverted: GrowingInt32Array }> {
  const reverting = GrowingInt32Array.create();
  const reverted = GrowingInt32Array.create();
  await copyIntegersOut(transaction, revertsQuery(entityId), {
    columns: 2,
    onRow: row => {
      reverting.push(row[0]);
      reverted.push(row[1]);
    },
  });
  return { reverting, reverted };
}

/** Runs the steps of a long calculation and lets other requests in between. */
async function finish<T>(steps: Generator<void, T>): Promise<T> {
  let step = steps.next();
  while (!step.done) {
    await setImmediate();
    step = steps.next();
  }
  return step.value;
}

/** The baseline's commits are no changes, so that owner 0 is left out. */
async function* ownedRows(owners: Int32Array): AsyncGenerator<string> {
  let text = '';
  for (let position = 0; position < owners.length; position += 1) {
    if (owners[position] > 0) {
      text += `${position}\t${owners[position]}\n`;
    }
    if (text.length > bufferLength) {
      yield text;
      text = '';
      // A database that takes rows faster than they are made would leave no turn to anybody else.
      await setImmediate();
    }
  }
  yield text;
}

async function* outcomeRows(
  changes: Int32Array,
  failures: FailureAttribution,
): AsyncGenerator<string> {
  let text = '';
  for (let ordinal = 0; ordinal < changes.length; ordinal += 1) {
    const recoveredBy = failures.recoveredBy[ordinal];
    const repair = recoveredBy < 0 ? '\\N' : recoveredBy;
    text += `${ordinal}\t${changes[ordinal]}\t${repair}\t${failures.rework[ordinal]}\n`;
    if (text.length > bufferLength) {
      yield text;
      text = '';
      // A database that takes rows faster than they are made would leave no turn to anybody else.
      await setImmediate();
    }
  }
  yield text;
}
