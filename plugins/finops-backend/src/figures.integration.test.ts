import { mockCredentials } from '@backstage/backend-test-utils';
import type { CostGroup } from '@portal/plugin-finops-common';
import fs from 'node:fs';
import path from 'node:path';
import request from 'supertest';
import { startFinops } from './__testUtils__/startFinops';

const data = path.resolve(__dirname, '../../../../shared/data/finops');
// CI always has them: there their absence is a failure.
const available = fs.existsSync(data) || Boolean(process.env.CI);

jest.setTimeout(120_000);

/*
 * The figures that the shared data were calculated to, independently of this code. Where the folder is not there, nothing is
 * checked, and the name says so.
 */
(available ? describe : describe.skip)(
  `figures of the shared FOCUS files${available ? '' : ' (not there)'}`,
  () => {
    let backend: Awaited<ReturnType<typeof startFinops>>;

    beforeAll(async () => {
      backend = await startFinops();
    });

    async function send(file: string) {
      const response = await request(backend.server)
        .post('/api/finops/v1/imports')
        .set('Authorization', mockCredentials.service.header())
        .set('Content-Type', 'text/csv')
        .send(fs.readFileSync(path.join(data, file)));
      expect({ ...response.body?.error, status: response.status }).toEqual({
        status: 200,
      });
      return response.body;
    }

    async function costs(query: Record<string, string>) {
      const response = await request(backend.server)
        .get('/api/finops/v1/costs')
        .query(query);
      expect(response.status).toBe(200);
      return response.body;
    }

    it('adds the sample up, whatever it is grouped by', async () => {
      const result = await send('focus-1.0/focus_sample.csv');
      expect(result).toMatchObject({
        lines: 1000,
        rejected: 0,
        adjustments: 0,
        duplicate: false,
      });
      const period = { from: '2024-09-01', to: '2024-10-01' };
      const billed = await costs({ ...period, groupBy: 'ProviderName' });
      expect(billed).toMatchObject({
        currency: 'USD',
        total: '20.52022672899',
        unallocated: '20.52022672899',
        lines: 1000,
        groups: [
          { key: 'AWS', total: '18.0066386184' },
          { key: 'Microsoft', total: '1.97651418586' },
          { key: 'Oracle', total: '0.53707392473' },
        ],
      });
      for (const [metric, total] of [
        ['EffectiveCost', '14.97651418586'],
        ['ListCost', '20.39090575119'],
        ['ContractedCost', '14.97626039326'],
      ]) {
        for (const groupBy of [
          'ServiceName',
          'entity',
          'day',
          'tag:Env',
          'SubAccountId',
          'bucket',
        ]) {
          const answer = await costs({ ...period, metric, groupBy });
          expect(answer.total).toBe(total);
        }
      }
      const byCategory = await costs({ ...period, groupBy: 'ChargeCategory' });
      expect(byCategory.groups.map(({ key }: CostGroup) => key).sort()).toEqual(
        ['Adjustment', 'Credit', 'Usage'],
      );
    });

    it('adds the examples up', async () => {
      for (const [file, billed, effective, list, contracted] of [
        ['saas_spend_agreements_b2.csv', '1200', '1200', '2457', '2400'],
        ['commitment_discount_purchase_scenario_2.csv', '3', '0', '0', '0'],
        ['commitment_discount_usage_scenario_3.csv', '0', '1', '0', '0'],
        [
          'one_hundred_percent_utilization_with_commitment_discount_flexibility_with_2_resources.csv',
          '2',
          '2',
          '8',
          '0',
        ],
      ]) {
        const before = await everything();
        const result = await send(`focus-1.2-examples/${file}`);
        expect(result.rejected).toBe(0);
        const after = await everything();
        expect({
          file,
          added: [
            'BilledCost',
            'EffectiveCost',
            'ListCost',
            'ContractedCost',
          ].map(metric => Number(after[metric]) - Number(before[metric])),
        }).toEqual({
          file,
          added: [billed, effective, list, contracted].map(Number),
        });
      }
    });

    async function everything(): Promise<Record<string, string>> {
      const totals: Record<string, string> = {};
      for (const metric of [
        'BilledCost',
        'EffectiveCost',
        'ListCost',
        'ContractedCost',
      ]) {
        const { total } = await costs({
          from: '2022-01-01',
          to: '2024-01-01',
          metric,
        });
        const { total: later } = await costs({
          from: '2025-01-01',
          to: '2027-01-01',
          metric,
        });
        totals[metric] = String(Number(total) + Number(later));
      }
      return totals;
    }
  },
);
