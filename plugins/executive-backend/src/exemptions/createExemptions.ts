import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { Rooms } from '../Rooms';
import type { ExemptionReader } from './ExemptionReader';

/** Makes the room of exemptions. */
export async function createExemptions(_rooms: Rooms): Promise<{
  exemptions: ExemptionReader;
  router: Router;
}> {
  return {
    exemptions: { inForce: async () => [] },
    router: PromiseRouter(),
  };
}
