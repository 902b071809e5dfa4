import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { OrgTree } from '@portal/plugin-org-history-node';
import {
  defaultFormula,
  type FormulaSettings,
} from '@portal/plugin-security-score-common';
import type { Knex } from 'knex';
import { restateFindings } from '../findings/restateFindings';
import { CatalogServices } from '../score/CatalogServices';
import { FormulaStore } from '../score/FormulaStore';
import { GainReader } from '../score/GainReader';
import { PortfolioReader } from '../score/PortfolioReader';
import { ScoreCalculator } from '../score/ScoreCalculator';
import { ScoreReader } from '../score/ScoreReader';
import { UpgradePlanner } from '../score/UpgradePlanner';
import { initTestDatabase } from './testDatabase';

/** The times to fix of these tests, in days. */
export const slaDays = { critical: 7, high: 30, medium: 90, low: 180 };
/** The service that most of them are about. */
export const shop = 'component:default/shop';
/** In milliseconds. */
export const day = 86_400_000;

/** A service as the catalog has it. */
export function component(name: string, annotations = {}): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', annotations },
    spec: { type: 'service', owner: 'team' },
  };
}

/** A database with the services of a catalog, and what makes and reads their scores. */
export async function openScores(
  entities = [component('shop')],
  formula: FormulaSettings = defaultFormula,
) {
  const client = await initTestDatabase();
  const tree = OrgTree.create({
    history: {
      changes: async () =>
        ({ items: [], sequence: 0, hasMore: false } as never),
    },
  });
  const services = CatalogServices.create({
    auth: mockServices.auth(),
    catalog: catalogServiceMock({ entities }),
    client,
  });
  await services.refresh();
  const store = FormulaStore.create({ client, settings: formula });
  await store.announce();
  return {
    client,
    services,
    formula: store,
    calculator: ScoreCalculator.create({ client, formula }),
    gains: GainReader.create({ client, formula }),
    scores: ScoreReader.create({ client, formula: store }),
    portfolio: PortfolioReader.create({ client, tree }),
    upgrades: UpgradePlanner.create({ client, formula }),
  };
}

/** What a report without these findings leaves behind. */
export async function fixFindings(client: Knex, ids: string[]) {
  await client.transaction(async transaction => {
    await transaction('findings').whereIn('id', ids).update({ present: false });
    await restateFindings(transaction, {
      ids,
      cause: { kind: 'report', by: 'trivy' },
      slaDays,
    });
  });
}
