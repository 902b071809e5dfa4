import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { initTestDatabase } from '../__testUtils__/testDatabase';
import { DatabaseReportImporter } from '../import/DatabaseReportImporter';
import { DatabaseInventoryWriter } from '../inventory/DatabaseInventoryWriter';
import { readReport } from '../parse/readReport';
import { OwnInventory } from './OwnInventory';

const entityRef = 'component:default/portal';
const portal = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'portal', namespace: 'default' },
};
const lockOf = (version: string) => `
"lodash@npm:^4.17.0":
  version: ${version}
  resolution: "lodash@npm:${version}"
`;

async function open(entities = [portal]) {
  const client = await initTestDatabase();
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'lock-'));
  const lockFile = path.join(folder, 'yarn.lock');
  let now = Date.now();
  const own = OwnInventory.create({
    auth: mockServices.auth(),
    catalog: catalogServiceMock({ entities }),
    client,
    entityRef,
    importer: DatabaseReportImporter.create({
      client,
      readReport,
      inventoryWriter: DatabaseInventoryWriter.create(),
      slaDays: {},
      maxReportBytes: 1e9,
    }),
    lockFile,
    logger: mockServices.logger.mock(),
    now: () => now,
  });
  return {
    client,
    lockFile,
    own,
    later: (hours: number) => {
      now += hours * 3600_000;
    },
  };
}

describe('OwnInventory', () => {
  it('is imported when it changed, and once a day', async () => {
    const { client, later, lockFile, own } = await open();
    await fs.writeFile(lockFile, lockOf('4.17.15'));
    await expect(own.import()).resolves.toBe(true);
    await expect(own.import()).resolves.toBe(false);
    await expect(
      client('reports').select('tool', 'components'),
    ).resolves.toEqual([{ tool: 'portal', components: 1 }]);
    await fs.writeFile(lockFile, lockOf('4.17.21'));
    await expect(own.import()).resolves.toBe(true);
    await expect(own.import()).resolves.toBe(false);
    later(25);
    await expect(own.import()).resolves.toBe(true);
    await expect(client('inventories').count()).resolves.toEqual([
      { count: '1' },
    ]);
  });

  it('waits until the catalog has the component, and does without a lock file', async () => {
    const { own: alone, lockFile } = await open([]);
    await fs.writeFile(lockFile, lockOf('4.17.15'));
    await expect(alone.import()).resolves.toBe(false);
    const { own } = await open();
    await expect(own.import()).resolves.toBe(false);
  });
});
