import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { pieces } from '../__testUtils__/readAllOf';
import { seedFindings } from '../__testUtils__/seedFindings';
import { initTestDatabase } from '../__testUtils__/testDatabase';
import { DatabaseReportImporter } from '../import/DatabaseReportImporter';
import { DatabaseInventoryWriter } from '../inventory/DatabaseInventoryWriter';
import { readReport } from '../parse/readReport';
import { affectedVersions } from './affectedVersions';
import { OsvLoader } from './OsvLoader';
import { OsvMatcher } from './OsvMatcher';

jest.setTimeout(60_000);

const logger = mockServices.logger.mock();
const entityRef = 'component:default/shop';
const lodash = {
  schema_version: '1.6.0',
  id: 'GHSA-35jh-r3h4-6jhm',
  modified: '2024-04-17T18:41:29Z',
  aliases: ['CVE-2021-23337'],
  summary: 'Command Injection in lodash',
  details: 'lodash versions prior to 4.17.21 are vulnerable.',
  affected: [
    {
      package: { ecosystem: 'npm', name: 'lodash', purl: 'pkg:npm/lodash' },
      ranges: [
        {
          type: 'SEMVER',
          events: [{ introduced: '0' }, { fixed: '4.17.21' }],
        },
      ],
    },
  ],
  severity: [
    {
      type: 'CVSS_V3',
      score: 'CVSS:3.1/AV:N/AC:L/PR:H/UI:N/S:U/C:H/I:H/A:H',
    },
  ],
  references: [
    { type: 'WEB', url: 'https://nvd.nist.gov/vuln/detail/CVE-2021-23337' },
  ],
  database_specific: { severity: 'HIGH', cwe_ids: ['CWE-94'] },
};
const django = {
  id: 'PYSEC-2022-190',
  aliases: ['CVE-2022-28346'],
  affected: [
    {
      package: { ecosystem: 'PyPI', name: 'Django' },
      ranges: [
        {
          type: 'ECOSYSTEM',
          events: [{ introduced: '2.2' }, { fixed: '2.2.28' }],
        },
      ],
      versions: ['2.2', '2.2.1'],
    },
  ],
};

describe('the OSV database', () => {
  let client: Knex;
  let folder: string;
  let importer: DatabaseReportImporter;
  let loader: OsvLoader;
  let matcher: OsvMatcher;

  beforeEach(async () => {
    client = await initTestDatabase();
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'osv-'));
    await fs.mkdir(path.join(folder, 'npm'));
    await fs.mkdir(path.join(folder, 'PyPI'));
    importer = DatabaseReportImporter.create({
      client,
      readReport,
      inventoryWriter: DatabaseInventoryWriter.create(),
      slaDays: {},
      maxReportBytes: 1e9,
    });
    loader = OsvLoader.create({ client, folder, logger });
    matcher = OsvMatcher.create({ client, importer, logger });
  });

  afterEach(async () => {
    await fs.rm(folder, { recursive: true });
  });

  const put = (file: string, record: unknown) =>
    fs.writeFile(
      path.join(folder, file),
      typeof record === 'string' ? record : JSON.stringify(record),
    );

  async function sendInventory(...purls: string[]) {
    await importer.import({
      entityRef,
      bytes: pieces(
        Buffer.from(
          JSON.stringify({
            bomFormat: 'CycloneDX',
            specVersion: '1.6',
            metadata: { tools: [{ name: 'cdxgen' }] },
            components: purls.map(purl => ({
              type: 'library',
              name: purl,
              purl,
            })),
          }),
        ),
      ),
      sentBy: 'service:test',
      demo: false,
    });
  }

  const findings = async () =>
    (
      await client('findings').orderBy(['name', 'package_version']).select()
    ).map(
      row =>
        `${row.name} ${row.package_name}@${row.package_version} ${row.state}`,
    );

  it('matches inventories by version, and tells what it finds as a scanner does', async () => {
    await put('npm/GHSA-35jh-r3h4-6jhm.json', lodash);
    await put('PyPI/PYSEC-2022-190.json', django);
    await sendInventory(
      'pkg:npm/lodash@4.17.15',
      'pkg:npm/left-pad@1.0.0',
      'pkg:pypi/Django@2.2.9',
    );
    await expect(loader.load()).resolves.toEqual({
      changed: 2,
      removed: 0,
      unreadable: 0,
    });
    await expect(matcher.run()).resolves.toBe(1);
    await expect(findings()).resolves.toEqual([
      'CVE-2021-23337 lodash@4.17.15 open',
      'CVE-2022-28346 django@2.2.9 open',
    ]);
    const [row] = await client('findings').where({ package_name: 'lodash' });
    expect(row).toMatchObject({
      severity: 4,
      cvss_score: 7.2,
      fix_versions: ['4.17.21'],
      package_type: 'npm',
      path: null,
    });
    await expect(
      client('scans').select('tool', 'scope').orderBy('tool'),
    ).resolves.toEqual([
      { tool: 'cdxgen', scope: '' },
      { tool: 'osv-database', scope: '' },
    ]);
    // Nothing changed, so nothing is looked at again.
    await expect(matcher.run()).resolves.toBe(0);
  });

  it('looks again when the inventory changes, and fixes what is gone', async () => {
    await put('npm/a.json', lodash);
    await loader.load();
    await sendInventory('pkg:npm/lodash@4.17.15');
    await matcher.run();
    await sendInventory('pkg:npm/lodash@4.17.21');
    await expect(findings()).resolves.toEqual([
      'CVE-2021-23337 lodash@4.17.15 open',
    ]);
    await expect(matcher.run()).resolves.toBe(1);
    await expect(findings()).resolves.toEqual([
      'CVE-2021-23337 lodash@4.17.15 fixed',
    ]);
  });

  it('looks again when the database changes what it says of a component, or takes it back', async () => {
    await put('npm/a.json', lodash);
    await put('PyPI/b.json', { ...django, id: 'PYSEC-1', aliases: [] });
    await loader.load();
    await sendInventory('pkg:npm/lodash@4.17.21', 'pkg:npm/left-pad@1.0.0');
    await matcher.run();
    await expect(findings()).resolves.toEqual([]);

    const [{ package: of }] = lodash.affected;
    await put('npm/a.json', {
      ...lodash,
      affected: [{ package: of, versions: ['4.17.21'] }],
    });
    await expect(loader.load()).resolves.toMatchObject({ changed: 1 });
    await expect(matcher.run()).resolves.toBe(1);
    await expect(findings()).resolves.toEqual([
      'CVE-2021-23337 lodash@4.17.21 open',
    ]);

    // Of a package that the service does not have.
    await put('PyPI/b.json', { ...django, summary: 'Another' });
    await loader.load();
    await expect(matcher.run()).resolves.toBe(0);

    await put('npm/a.json', { ...lodash, withdrawn: '2026-01-01T00:00:00Z' });
    await loader.load();
    await expect(matcher.run()).resolves.toBe(1);
    await expect(findings()).resolves.toEqual([
      'CVE-2021-23337 lodash@4.17.21 fixed',
    ]);

    await fs.rm(path.join(folder, 'npm/a.json'));
    await expect(loader.load()).resolves.toMatchObject({ removed: 1 });
    await expect(client('osv_records').count()).resolves.toEqual([
      { count: '1' },
    ]);
  });

  it('finds the same as a scanner that names a lock file', async () => {
    await seedFindings(client, [
      {
        entityRef,
        name: 'CVE-2000-0001',
        packageType: 'npm',
        packageName: 'other',
        path: 'web/package-lock.json',
      },
    ]);
    await put('npm/a.json', lodash);
    await loader.load();
    await sendInventory('pkg:npm/lodash@4.17.15');
    await matcher.run();
    await expect(
      client('findings').where({ package_name: 'lodash' }).pluck('path'),
    ).resolves.toEqual(['web/package-lock.json']);
  });

  it('takes what is wrong for nothing, and says how much that is', async () => {
    await put('npm/a.json', lodash);
    await put('npm/broken.json', '{"id":');
    await put('npm/other.json', { name: 'package.json of somebody' });
    await put('npm/zero.json', { ...lodash, summary: 'a\u0000b' });
    await put('npm/half.json', { ...lodash, summary: '\ud800' });
    await fs.writeFile(path.join(folder, 'npm/README.md'), 'no record');
    await expect(loader.load()).resolves.toEqual({
      changed: 5,
      removed: 0,
      unreadable: 4,
    });
    await expect(loader.load()).resolves.toMatchObject({ changed: 0 });
  });

  it('keeps what it has when the folder is empty or gone', async () => {
    await put('npm/a.json', lodash);
    await loader.load();
    await fs.rm(path.join(folder, 'npm/a.json'));
    await expect(loader.load()).rejects.toThrow(
      'has no file *.json; unpack an all.zip of OSV there',
    );
    await expect(client('osv_records').count()).resolves.toEqual([
      { count: '1' },
    ]);
  });

  it('is forgotten with its setting', async () => {
    await put('npm/a.json', lodash);
    await loader.load();
    await sendInventory('pkg:npm/lodash@4.17.15');
    await matcher.run();
    await matcher.forget();
    await loader.forget();
    await expect(findings()).resolves.toEqual([
      'CVE-2021-23337 lodash@4.17.15 fixed',
    ]);
  });

  it('knows which versions of inventories a vulnerability is in, by any of its names', async () => {
    await put('npm/a.json', lodash);
    await loader.load();
    await sendInventory('pkg:npm/lodash@4.17.15', 'pkg:npm/lodash@4.17.21');
    const expected = await client('package_versions')
      .where({ version: '4.17.15' })
      .pluck('id');
    for (const name of ['CVE-2021-23337', 'ghsa-35jh-r3h4-6jhm']) {
      await expect(affectedVersions(client, [name])).resolves.toEqual(expected);
    }
    await expect(affectedVersions(client, ['CVE-1'])).resolves.toEqual([]);
  });
});
