import {
  createBackendPlugin,
  type BackendFeature,
} from '@backstage/backend-plugin-api';
import {
  metricStoreServiceRef,
  type MetricStoreService,
} from '@portal/plugin-metrics-node';
import {
  orgHistoryServiceRef,
  OrgTree,
  type OrgHistoryService,
} from '@portal/plugin-org-history-node';
import knexFactory, { type Knex } from 'knex';
import { createExemptionStore } from '../exemptions/ExemptionStore';
import { FormulaStore } from '../health/FormulaStore';
import { NodeCatalog, type CatalogNode } from '../nodes/NodeCatalog';
import { DatabaseSnapshotReader } from '../snapshots/DatabaseSnapshotReader';
import { SnapshotStore } from '../snapshots/SnapshotStore';
import { SnapshotTaker } from '../snapshots/SnapshotTaker';
import { startExecutive } from './startExecutive';

/** A running portal whose snapshots a test takes itself, from the real metric store and the real history of ownership. */
export async function startSnapshots(
  options?: Parameters<typeof startExecutive>[0],
) {
  let metricStore: MetricStoreService | undefined;
  let orgHistory: OrgHistoryService | undefined;
  const probe: BackendFeature = createBackendPlugin({
    pluginId: 'probe',
    register(env) {
      env.registerInit({
        deps: { metrics: metricStoreServiceRef, history: orgHistoryServiceRef },
        async init({ metrics, history }) {
          metricStore = metrics;
          orgHistory = history;
        },
      });
    },
  });
  const backend = await startExecutive({
    ...options,
    features: [probe, ...(options?.features ?? [])],
  });
  const { host, port, user, password, database } =
    backend.knex.client.config.connection;
  const client = knexFactory({
    client: 'pg',
    connection: { host, port, user, password, database },
    searchPath: ['executive'],
  });
  if (!metricStore || !orgHistory) {
    throw new Error('The probe was not started');
  }
  const services = { metricStore, orgHistory };
  return {
    ...backend,
    ...services,
    client,
    reader: DatabaseSnapshotReader.create({ client }),
    /** A replica: its memory is its own. */
    taker: () => createTaker({ ...services, client }),
  };
}

function createTaker(options: {
  client: Knex;
  metricStore: MetricStoreService;
  orgHistory: OrgHistoryService;
}): SnapshotTaker {
  const { client, metricStore, orgHistory } = options;
  // What the catalog has is written to the table by the tests.
  const unused = {} as never;
  return SnapshotTaker.create({
    exemptions: createExemptionStore(client),
    formulas: FormulaStore.create({ client }),
    metricStore,
    nodes: NodeCatalog.create({ auth: unused, catalog: unused, client }),
    orgHistory,
    store: SnapshotStore.create({ client }),
    tree: OrgTree.create({ history: orgHistory }),
  });
}

/** Forgets all snapshots, and makes the nodes known. */
export async function beginAnew(
  client: Knex,
  nodes: readonly CatalogNode[],
): Promise<void> {
  await client.raw(
    'TRUNCATE node_snapshots, service_snapshots, snapshot_days, nodes, node_readers',
  );
  await client.batchInsert(
    'nodes',
    nodes.map(node => ({
      ...node,
      type: node.type ?? null,
      seen_at: new Date(),
    })),
    500,
  );
}
