import {
  attributeChanges,
  countChanges,
  defaultAttributionHours,
} from '@portal/plugin-dora-common';
import type { Knex } from 'knex';
import { setImmediate } from 'node:timers/promises';
import { arrayText } from '../database/arrayText';
import { bulkJoins, usualJoins, withUsualJoins } from '../database/bulkJoins';
import { runStatements } from '../database/runStatements';
import type { EnvironmentResolver } from './EnvironmentResolver';
import { stageReported } from './newDeployments';
import type { Outcome, UnattributedReport } from './Outcome';
import { outcomesOfEvents } from './outcomesOfEvents';
import { outcomesOfHistories, type OwnedHistory } from './outcomesOfHistories';
import { readHistories } from './readHistories';
import { nothingReported, readReported, type Reported } from './readReported';
import { daysStatements } from './storeDays';
import { storeChanges } from './storeChanges';
import { storeDeployments } from './storeDeployments';
import { storeRunning } from './storeRunning';
import { storeUnattributed } from './storeUnattributed';

/** How many commits are held in memory at a time, except where one entity has more. */
const commitsPerBatch = 100_000;

/** What the derivation has to be told. */
export type AttributionSettings = {
  environments: EnvironmentResolver;
  /** How many hours after a deployment an incident of its service is charged to it. */
  attributionHours?: number;
};

/** What is known of an entity before its history is read. */
type EntitySize = {
  id: number;
  /** How many positions of commits it has. */
  commits: number;
  /** Whether tools reported anything of it, and deployments among that. */
  hasReports: boolean;
  hasDeployments: boolean;
};

/**
 * Derives deployments and changes of some entities from their facts, in the transaction that changed the facts. The rules
 * are those of the common package; this reads what they need into integer arrays and stores what differs.
 */
export async function attributeEntities(
  transaction: Knex.Transaction,
  options: { entityIds: readonly number[] } & AttributionSettings,
): Promise<void> {
  const { entityIds } = options;
  if (entityIds.length === 0) {
    return;
  }
  for (const batch of batchesOf(await readSizes(transaction, entityIds))) {
    await attributeBatch(transaction, batch, options);
  }
  // Last, since the rows of the sums are shared by all.
  await runStatements(transaction, [
    ...usualJoins,
    ...daysStatements(entityIds),
  ]);
}

async function readSizes(
  transaction: Knex.Transaction,
  entityIds: readonly number[],
): Promise<EntitySize[]> {
  const results = await runStatements(transaction, [
    ...bulkJoins,
    `SELECT e.id, (SELECT coalesce(max(position) + 1, 0) FROM commits WHERE entity_id = e.id) AS commits,
       EXISTS (SELECT FROM report_entities WHERE entity_id = e.id) AS reported,
       EXISTS (SELECT FROM report_entities WHERE entity_id = e.id AND kind = 'deployment') AS deployed
     FROM unnest('${arrayText(entityIds)}'::integer[]) AS e (id)`,
  ]);
  const { rows } = results[results.length - 1];
  return rows.map(({ id, commits, reported, deployed }) => ({
    id: Number(id),
    commits: Number(commits),
    hasReports: reported === true,
    hasDeployments: deployed === true,
  }));
}

/** Entities of which tools reported deployments come alone, since those are staged by entity; the others together. */
function* batchesOf(
  entities: readonly EntitySize[],
): Generator<readonly EntitySize[]> {
  let together: EntitySize[] = [];
  let commits = 0;
  for (const entity of entities) {
    if (entity.hasDeployments) {
      yield [entity];
      continue;
    }
    if (together.length > 0 && commits + entity.commits > commitsPerBatch) {
      yield together;
      together = [];
      commits = 0;
    }
    together.push(entity);
    commits += entity.commits;
  }
  if (together.length > 0) {
    yield together;
  }
}

async function attributeBatch(
  transaction: Knex.Transaction,
  entities: readonly EntitySize[],
  settings: AttributionSettings,
): Promise<void> {
  const entityIds = entities.map(({ id }) => id);
  const reported = await readReports(transaction, entities, settings);
  const reportedOf = (entityId: number) =>
    reported.get(entityId) ?? nothingReported;
  const succeeded = [...reported.values()].flatMap(({ deployments }) =>
    deployments.filter(({ event }) => event.result === 'success'),
  );
  const hasReported = succeeded.length > 0;
  if (hasReported) {
    await stageReported(transaction, succeeded);
  }
  const histories: OwnedHistory[] = [];
  for (const history of await readHistories(transaction, {
    entities,
    hasReported,
  })) {
    const { graph, deployments } = history;
    const steps = attributeChanges({ graph, deployments: deployments.commits });
    histories.push({ ...history, owners: await finish(steps) });
  }
  const { outcomes, unattributed } = await readOutcomes(transaction, {
    hours: settings.attributionHours ?? defaultAttributionHours,
    histories: histories.map(history => ({
      ...history,
      reported: reportedOf(history.entityId),
    })),
    hasReported,
  });
  const attributions = histories.map(history => {
    const { entityId, owners } = history;
    const { places } = history.deployments;
    const changes = countChanges({ deployments: places.length, owners });
    const own = outcomes.get(entityId) ?? new Map<number, Outcome>();
    return { entityId, owners, places, changes, outcomes: own };
  });
  await storeDeployments(transaction, { hasReported, attributions });
  await storeChanges(transaction, attributions);
  await storeUnattributed(transaction, { entityIds, unattributed });
  await storeRunning(
    transaction,
    entityIds.map(entityId => ({
      entityId,
      deployments: reportedOf(entityId).everywhere,
      reportsProduction: reportedOf(entityId).deployments.length > 0,
    })),
  );
}

/** What tools told of those of which they told anything. */
async function readReports(
  transaction: Knex.Transaction,
  entities: readonly EntitySize[],
  { environments }: AttributionSettings,
): Promise<Map<number, Reported>> {
  const entityIds = entities
    .filter(({ hasReports }) => hasReports)
    .map(({ id }) => id);
  return entityIds.length > 0
    ? withUsualJoins(transaction, () =>
        readReported(transaction, { entityIds, environments }),
      )
    : new Map();
}

/** What became of the deployments of each history, by its entity. */
async function readOutcomes(
  transaction: Knex.Transaction,
  options: {
    histories: readonly (OwnedHistory & { reported: Reported })[];
    hasReported: boolean;
    hours: number;
  },
) {
  const { histories, hasReported, hours } = options;
  const isTold = ({ reported }: { reported: Reported }) =>
    reported.deployments.length + reported.incidents.length > 0;
  const untold = histories.filter(history => !isTold(history));
  const found = await outcomesOfHistories(transaction, untold);
  const outcomes = new Map(
    untold.map(({ entityId }, index) => [entityId, found[index]]),
  );
  const unattributed: (UnattributedReport & { entityId: number })[] = [];
  for (const told of await outcomesOfEvents(transaction, {
    histories: histories.filter(isTold),
    hasReported,
    hours,
  })) {
    const { entityId } = told;
    outcomes.set(entityId, told.outcomes);
    unattributed.push(
      ...told.unattributed.map(report => ({ ...report, entityId })),
    );
  }
  return { outcomes, unattributed };
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
