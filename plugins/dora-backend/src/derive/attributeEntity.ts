import {
  attributeChanges,
  countChanges,
  defaultAttributionHours,
} from '@portal/plugin-dora-common';
import type { Knex } from 'knex';
import { setImmediate } from 'node:timers/promises';
import { copyIn } from '../database/copy';
import { runStatements } from '../database/runStatements';
import { createAttributionTables, storeAttribution } from './attributionTables';
import type { EnvironmentResolver } from './EnvironmentResolver';
import type { Outcome } from './Outcome';
import { outcomesOfEvents } from './outcomesOfEvents';
import { outcomesOfHistory } from './outcomesOfHistory';
import { readReported } from './readReported';
import { readHistory } from './readHistory';
import { daysStatements } from './storeDays';
import { storeRunning } from './storeRunning';
import { storeUnattributed } from './storeUnattributed';
import { textRow } from './textRow';

const bufferLength = 64 * 1024;

/** What the derivation has to be told. */
export type AttributionSettings = {
  environments: EnvironmentResolver;
  /** How many hours after a deployment an incident of its service is charged to it. */
  attributionHours?: number;
};

/**
 * Derives an entity's deployments and changes from its facts, in the transaction that changed the facts. The rules
 * are those of the common package; this reads what they need into integer arrays and stores what differs.
 */
export async function attributeEntity(
  transaction: Knex.Transaction,
  options: { entityId: number } & AttributionSettings,
): Promise<void> {
  const {
    entityId,
    environments,
    attributionHours = defaultAttributionHours,
  } = options;
  const reported = await readReported(transaction, { entityId, environments });
  const { positions } = await createAttributionTables(transaction, {
    entityId,
    reported: reported.deployments.filter(
      ({ event }) => event.result === 'success',
    ),
  });
  const { deployments, graph, reverts } = await readHistory(transaction, {
    entityId,
    positions,
  });
  const owners = await finish(attributeChanges({ graph, deployments }));
  const hasReports =
    reported.deployments.length + reported.incidents.length > 0;
  const { outcomes, unattributed } = hasReports
    ? await outcomesOfEvents(transaction, {
        entityId,
        owners,
        reverts,
        reported,
        hours: attributionHours,
      })
    : {
        outcomes: await outcomesOfHistory(transaction, {
          entityId,
          deployments: deployments.length,
          owners,
          reverts,
        }),
        unattributed: [],
      };
  const changes = countChanges({ deployments: deployments.length, owners });
  const owned = await copyIn(
    transaction,
    'COPY derived (commit_position, ordinal) FROM STDIN',
    ownedRows(owners),
  );
  await copyIn(
    transaction,
    `COPY derived (ordinal, changes, failed, recovered_by, recovery_ms, recovery_report, rework, reasons) FROM STDIN`,
    outcomeRows(changes, outcomes),
  );
  await storeUnattributed(transaction, { entityId, unattributed });
  await storeRunning(transaction, {
    entityId,
    deployments: reported.everywhere,
    reportsProduction: reported.deployments.length > 0,
  });
  await runStatements(transaction, [
    ...storeAttribution({ entityId, owned }),
    ...daysStatements(entityId),
  ]);
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
  outcomes: ReadonlyMap<number, Outcome>,
): AsyncGenerator<string> {
  let text = '';
  for (let ordinal = 0; ordinal < changes.length; ordinal += 1) {
    const outcome = outcomes.get(ordinal);
    const reasons = outcome?.reasons ?? [];
    text += textRow([
      ordinal,
      changes[ordinal],
      reasons.length > 0,
      outcome?.recoveredBy,
      outcome?.recoveryMs,
      outcome?.recoveryReport,
      outcome?.rework ?? false,
      reasons.length > 0 ? JSON.stringify(reasons) : undefined,
    ]);
    if (text.length > bufferLength) {
      yield text;
      text = '';
      // A database that takes rows faster than they are made would leave no turn to anybody else.
      await setImmediate();
    }
  }
  yield text;
}
