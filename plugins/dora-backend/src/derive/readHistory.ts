import { CommitGraph, GrowingInt32Array } from '@portal/plugin-dora-common';
import type { Knex } from 'knex';
import { copyIntegersOut } from '../database/copy';
import { historyQuery, historyRows } from './attributionTables';

/** Positions of commits: the first of each pair takes the second back. */
export type RevertPairs = {
  reverting: GrowingInt32Array;
  reverted: GrowingInt32Array;
};

/** What of an entity's history attribution works with. */
export type DeliveryHistory = {
  /** The positions of the deployed commits, in the order of the deployments. */
  deployments: Int32Array;
  graph: CommitGraph;
  reverts: RevertPairs;
};

/** Reads a history in one go, after its deployments were ordered. */
export async function readHistory(
  transaction: Knex.Transaction,
  options: { entityId: number; positions: number },
): Promise<DeliveryHistory> {
  const { entityId, positions } = options;
  const graph = CommitGraph.create({ size: positions });
  const ordinals = GrowingInt32Array.create();
  const deployed = GrowingInt32Array.create();
  const reverts: RevertPairs = {
    reverting: GrowingInt32Array.create(),
    reverted: GrowingInt32Array.create(),
  };
  await copyIntegersOut(transaction, historyQuery(entityId), {
    columns: 3,
    onRow: ([type, first, second]) => {
      if (type === historyRows.parent) {
        graph.addParent(first, second);
      } else if (type === historyRows.deployment) {
        ordinals.push(first);
        deployed.push(second);
      } else {
        reverts.reverting.push(first);
        reverts.reverted.push(second);
      }
    },
  });
  const deployments = new Int32Array(ordinals.length);
  ordinals
    .toArray()
    .forEach((ordinal, index) => (deployments[ordinal] = deployed.at(index)));
  return { deployments, graph, reverts };
}
