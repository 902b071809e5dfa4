import type { LoggerService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { CostImportResult } from '@portal/plugin-finops-common';
import type { Knex } from 'knex';
import { AllocationService } from '../allocation/AllocationService';
import { CatalogIndex } from '../allocation/CatalogIndex';
import { RuleStore } from '../allocation/RuleStore';
import { DatabaseCostImporter } from '../import/DatabaseCostImporter';
import { pieces } from './parseAll';

/** Outside of a test there is none to record what is logged. */
const silent: LoggerService = {
  error: () => undefined,
  warn: () => undefined,
  info: () => undefined,
  debug: () => undefined,
  child: () => silent,
};

/** The importer as the plugin has it, with a catalog of one component, `shop`. */
export function createImporter(client: Knex): DatabaseCostImporter {
  const allocator = AllocationService.create({
    catalog: CatalogIndex.create({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: { name: 'shop', namespace: 'default' },
          },
        ],
      }),
      logger: silent,
    }),
    rules: RuleStore.create({ client, editable: true }),
    weights: { weightsOf: async () => new Map() },
  });
  return DatabaseCostImporter.create({
    client,
    allocator,
    currency: 'EUR',
    maxBytes: 100_000_000,
    waitLimit: 60_000,
  });
}

/** Which costs a source says a month has. */
export type ManyCosts = {
  source: string;
  /** `YYYY-MM`. */
  month: string;
  lines: number;
  /** Of each line, a whole number. */
  cost: number;
};

/** Imports a month of a source: all lines cost the same, and every other one is of the shop. */
export async function importCosts(
  client: Knex,
  costs: ManyCosts,
): Promise<CostImportResult> {
  const { source, month, lines, cost } = costs;
  const rows = Array.from({ length: lines }, (_, index) => {
    const day = String((index % 28) + 1).padStart(2, '0');
    return [
      `${cost}.000000001`,
      'EUR',
      `${month}-01T00:00:00Z`,
      `${month}-${day}T00:00:00Z`,
      'AWS',
      'Compute',
      'EC2',
      `vm-${index % Math.floor(lines / 3)}`,
      'Usage',
      index % 2 ? '"{""service"": ""shop""}"' : '',
    ].join(',');
  });
  const heading =
    'BilledCost,BillingCurrency,BillingPeriodStart,ChargePeriodStart,ProviderName,ServiceCategory,ServiceName,ResourceId,ChargeCategory,Tags';
  return createImporter(client).import({
    bytes: pieces(Buffer.from([heading, ...rows, ''].join('\n')), 65_536),
    source,
    kind: 'upload',
    months: [`${month}-01`],
    demo: false,
    importedBy: 'user:default/ada',
  });
}
