import { mockCredentials } from '@backstage/backend-test-utils';
import type { EntityMetrics } from '@portal/plugin-dora-common';
import fs from 'node:fs';
import path from 'node:path';
import request from 'supertest';
import { component, startDora } from './__testUtils__/startDora';

jest.setTimeout(120_000);

const histories = path.resolve(__dirname, '../../../../shared/data/delivery');
const available = fs.existsSync(histories);

type Row = {
  history: string;
  year: number;
  deployments: number;
  perWeek: number;
  changes: number;
  leadTime: number;
  failed: number;
  recovery?: number;
  reworks: number;
};

const table: Row[] = [
  {
    history: 'deck',
    year: 2025,
    deployments: 26,
    perWeek: 0.4986,
    changes: 152,
    leadTime: 55.57,
    failed: 2,
    recovery: 350.377,
    reworks: 2,
  },
  {
    history: 'django-DefectDojo',
    year: 2024,
    deployments: 63,
    perWeek: 1.2049,
    changes: 1578,
    leadTime: 191.716,
    failed: 2,
    recovery: 1250.611,
    reworks: 2,
  },
  {
    history: 'trivy',
    year: 2025,
    deployments: 11,
    perWeek: 0.211,
    changes: 603,
    leadTime: 413.758,
    failed: 0,
    reworks: 0,
  },
  {
    history: 'backstage-plugin-qeta',
    year: 2024,
    deployments: 108,
    perWeek: 2.0656,
    changes: 529,
    leadTime: 1.844,
    failed: 0,
    reworks: 0,
  },
];

describe('figures of real histories', () => {
  if (!available) {
    // Only a machine without the shared histories may leave them out.
    const state = process.env.CI === 'true' ? 'missing' : 'skipped';
    it(`are ${state}: the shared delivery histories are not beside the repository`, () => {
      expect(state).toBe('skipped');
    });
    return;
  }

  let backend: Awaited<ReturnType<typeof startDora>>;

  beforeAll(async () => {
    const entities = table.map(row => component(row.history));
    backend = await startDora({ entities });
  });

  it.each(table)('are reached for $history in $year', async row => {
    const { server } = backend;
    const file = fs.readFileSync(
      path.join(histories, `${row.history}.jsonl.gz`),
    );
    const ref = `component:default/${row.history}`;
    const imported = await request(server)
      .post(`/api/dora/v1/import?entityRef=${ref}`)
      .set('Authorization', mockCredentials.service.header())
      .set('Content-Type', 'application/gzip')
      .send(file);
    expect(imported.body).toEqual(
      expect.objectContaining({ duplicate: 0, rejected: 0 }),
    );

    const response = await request(server).get(
      `/api/dora/v1/entities/component/default/${row.history}/metrics?from=${
        row.year
      }-01-01&to=${row.year + 1}-01-01`,
    );
    const { metrics }: EntityMetrics = response.body;
    expect(metrics.deploymentFrequency.sampleSize).toBe(row.deployments);
    expect(metrics.deploymentFrequency.value).toBeCloseTo(row.perWeek, 4);
    expect(metrics.changeLeadTime.sampleSize).toBe(row.changes);
    expect(metrics.changeLeadTime.value).toBeCloseTo(row.leadTime, 3);
    expect(metrics.changeFailRate.value).toBeCloseTo(
      row.failed / row.deployments,
      5,
    );
    expect(metrics.changeFailRate.sampleSize).toBe(row.deployments);
    expect(metrics.deploymentReworkRate.value).toBeCloseTo(
      row.reworks / row.deployments,
      5,
    );
    expect(metrics.failedDeploymentRecoveryTime).toMatchObject(
      row.failed === 0
        ? { state: 'insufficient-data', have: 0, need: 1, sampleSize: 0 }
        : { state: 'ok', unit: 'h', sampleSize: row.failed },
    );
    // Durations are reached to a thousandth of an hour.
    expect(metrics.failedDeploymentRecoveryTime.value?.toFixed(3)).toBe(
      row.recovery?.toFixed(3),
    );

    const again = await request(server)
      .post(`/api/dora/v1/import?entityRef=${ref}`)
      .set('Authorization', mockCredentials.service.header())
      .set('Content-Encoding', 'gzip')
      .send(file);
    expect(again.body).toEqual({
      accepted: 0,
      duplicate: imported.body.accepted,
      rejected: 0,
      rejections: [],
    });
  });
});
