import type { Entity } from '@backstage/catalog-model';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Knex } from 'knex';
import { applyMigrations } from '../database/applyMigrations';
import { DatabaseOrgHistoryStore } from '../database/DatabaseOrgHistoryStore';
import {
  CatalogPoller,
  type PollLimits,
  type PollResult,
} from '../polling/CatalogPoller';

/** The PostgreSQL that integration tests run on. */
export const testDatabases = TestDatabases.create({ ids: ['POSTGRES_18'] });

export const usualLimits: PollLimits = {
  maxDrop: 1,
  dropConfirmations: 3,
  waitUntilSettled: false,
};

/** A database with the plugin's schema, and polls of any state of a catalog. */
export async function startHistory(limits: Partial<PollLimits> = {}) {
  const knex = await testDatabases.init('POSTGRES_18');
  const client = await applyMigrations(
    mockServices.database({ knex, migrations: { skip: false } }),
  );
  const logger = mockServices.logger.mock();
  const auth = mockServices.auth();

  function pollerOf(catalog: CatalogService) {
    return CatalogPoller.create({
      auth,
      catalog,
      client,
      limits: { ...usualLimits, ...limits },
      logger,
    });
  }

  return {
    client,
    logger,
    pollerOf,
    store: DatabaseOrgHistoryStore.create({ client }),
    async poll(entities: Entity[]): Promise<PollResult> {
      return pollerOf(catalogServiceMock({ entities })).poll();
    },
  };
}

/** Empties the tables, for a test that begins many histories. */
export async function emptyHistory(client: Knex): Promise<void> {
  await client.raw('TRUNCATE refs, edges, aliases, changes');
  await client('poll_state').update({
    last_poll_at: null,
    entities_seen: 0,
    drops_seen: 0,
  });
}

/** The instant of the last poll that changed the history. */
export async function lastPollAt(client: Knex): Promise<string> {
  const row = await client('poll_state').first('last_poll_at');
  return row.last_poll_at.toISOString();
}
