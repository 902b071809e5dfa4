import { NotFoundError } from '@backstage/errors';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { StewardshipPages } from '../PageReaders';
import type { ContextReader } from '../portfolio/PortfolioContext';
import type { Rooms } from '../Rooms';
import type { SnapshotReader } from '../snapshots/SnapshotReader';

/** Makes the rooms of what the plugin owns: initiatives, goals, debt, value, rates. */
export async function createStewardship(
  _rooms: Rooms & { context: ContextReader; snapshots: SnapshotReader },
): Promise<{ pages: StewardshipPages; router: Router }> {
  const nothing = async (): Promise<never> => {
    throw new NotFoundError('There is no snapshot yet');
  };
  return {
    pages: { investment: nothing, debt: nothing, returns: nothing },
    router: PromiseRouter(),
  };
}
