import type { Goal, GoalInput } from '@portal/plugin-executive-common';
import type { Knex } from 'knex';
import { OwnedStore, type Owned } from '../owned/OwnedStore';

/** Keeps goals. */
export type GoalStore = OwnedStore<GoalInput>;

/** Opens the store of goals. */
export function createGoalStore(client: Knex): GoalStore {
  return OwnedStore.create({ client, kind: 'goals', title: 'goal' });
}

/** A goal as it travels. */
export function toGoal({
  demo,
  document,
  origin,
  revision,
}: Owned<GoalInput>): Goal {
  return { ...document, origin, revision, demo };
}
