import { NotFoundError } from '@backstage/errors';
import type { NodeContext, NodeQuery } from '@portal/plugin-executive-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { ExemptionReader } from '../exemptions/ExemptionReader';
import type { PortfolioPages } from '../PageReaders';
import type { Rooms } from '../Rooms';
import type { SnapshotReader } from '../snapshots/SnapshotReader';

/** What a page is about, after its rights were checked: the head of its answer. */
export type ContextReader = (
  credentials: BackstageCredentials,
  query: NodeQuery,
) => Promise<NodeContext>;

/** Makes the room of snapshots, the portfolio and productivity. */
export async function createPortfolio(
  _rooms: Rooms & { exemptions: ExemptionReader },
): Promise<{
  context: ContextReader;
  pages: PortfolioPages;
  snapshots: SnapshotReader;
  router: Router;
}> {
  const nothing = async (): Promise<never> => {
    throw new NotFoundError('There is no snapshot yet');
  };
  return {
    context: nothing,
    pages: { portfolio: nothing, node: nothing, productivity: nothing },
    snapshots: {
      dayAt: async () => undefined,
      nodes: async () => [],
      below: async () => [],
      above: async () => [],
      weekly: async () => [],
      services: async () => [],
    },
    router: PromiseRouter(),
  };
}
