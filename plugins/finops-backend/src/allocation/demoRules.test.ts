import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createAllocation,
  costItemColumns,
  parseAllocationRules,
  type CostItem,
} from '@portal/plugin-finops-common';
import { parse } from 'yaml';

const file = join(
  __dirname,
  '../../../../catalog/finops/allocation-rules.yaml',
);
const known = [
  'component:default/quote-service',
  'component:default/scan-ingest',
  'component:default/invoice-service',
];

function item(
  columns: Partial<CostItem['columns']>,
  tags: CostItem['tags'] = {},
): CostItem {
  const empty = Object.fromEntries(costItemColumns.map(name => [name, '']));
  return {
    id: '',
    columns: { ...empty, ...columns } as CostItem['columns'],
    tags,
  };
}

it('allocates the invoices of the demo organisation by its rules', async () => {
  const rules = parseAllocationRules(parse(await readFile(file, 'utf8')));
  const decide = createAllocation({
    rules,
    month: '2026-11',
    catalog: { has: ref => known.includes(ref), claims: [], environments: [] },
  });
  expect(
    decide(
      item(
        { ProviderName: 'AWS' },
        { application: 'quotes-v1', environment: 'prod' },
      ),
    ),
  ).toMatchObject({
    ruleId: 'renamed-services',
    entityRef: known[0],
    environment: 'PROD1',
  });
  expect(
    decide(item({}, { 'App ': 'Scan-Ingest', Env: 'UAT1' })),
  ).toMatchObject({ entityRef: known[1], environment: 'UAT1' });
  expect(
    decide(
      item(
        { SubAccountId: 'x', SubAccountName: 'prod1' },
        { 'brennvik.service': 'invoice-service' },
      ),
    ),
  ).toMatchObject({
    entityRef: known[2],
    environment: 'PROD1',
  });
  expect(
    decide(
      item(
        { ProviderName: 'Oracle' },
        { 'brennvik.shared-service': 'kubernetes' },
      ),
    ),
  ).toMatchObject({ ruleId: 'kubernetes-oracle', kind: 'shared' });
  expect(
    decide(
      item(
        { ProviderName: 'Microsoft', ResourceName: 'er-hubs' },
        { 'Shared Service': 'network' },
      ),
    ),
  ).toMatchObject({ ruleId: 'line-to-the-hubs' });
  expect(
    decide(item({ ProviderName: 'AWS', CommitmentDiscountStatus: 'Unused' })),
  ).toMatchObject({ kind: 'bucket', bucket: 'idle' });
  expect(
    decide(
      item({ ProviderName: 'AWS', SubAccountName: 'brennvik-experiments' }),
    ),
  ).toMatchObject({ kind: 'bucket', bucket: 'untagged' });
});
