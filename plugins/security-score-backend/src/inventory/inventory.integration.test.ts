import { randomUUID } from 'node:crypto';
import { defaultLicencePolicy } from '@portal/plugin-security-score-common';
import type { Knex } from 'knex';
import { seedFindings, seedService } from '../__testUtils__/seedFindings';
import { initTestDatabase } from '../__testUtils__/testDatabase';
import { AffectedReader } from '../affected/AffectedReader';
import { LicenceReader } from '../licences/LicenceReader';
import type { ParsedComponent } from '../parse/ReportSink';
import { DatabaseInventoryWriter } from './DatabaseInventoryWriter';

const log4j = (version: string): ParsedComponent => ({
  type: 'maven',
  name: 'org.apache.logging.log4j:log4j-core',
  version,
  licences: ['Apache-2.0'],
  direct: true,
});
const [shop, till, depot] = ['shop', 'till', 'depot'].map(
  name => `component:default/${name}`,
);

async function write(
  client: Knex,
  entityRef: string,
  components: ParsedComponent[],
  scope = '',
): Promise<number> {
  const serviceId = await seedService(client, entityRef);
  await client('catalog_services')
    .insert({
      service_id: serviceId,
      title: entityRef,
      criticality: 1,
      seen_at: new Date(),
    })
    .onConflict('service_id')
    .ignore();
  const writer = DatabaseInventoryWriter.create();
  return client.transaction(async transaction => {
    for (const component of components) {
      await writer.stage(transaction, [component]);
    }
    return writer.replace(transaction, {
      serviceId,
      tool: 'cdxgen',
      scope,
      reportId: randomUUID(),
      at: new Date(),
      demo: false,
    });
  });
}

async function open() {
  const client = await initTestDatabase();
  return {
    client,
    affected: AffectedReader.create({ client }),
    licences: LicenceReader.create({
      client,
      policy: defaultLicencePolicy,
      policyName: 'the default',
    }),
  };
}

describe('inventories', () => {
  it('replace the one before of their scope, and leave others', async () => {
    const { client, affected } = await open();
    await expect(
      write(client, shop, [log4j('2.14.1'), log4j('2.14.1')]),
    ).resolves.toBe(1);
    await write(client, shop, [log4j('2.14.1')], 'image:shop');
    await write(client, shop, [log4j('2.24.1')]);
    const { items } = await affected.read({ package: 'log4j-core' });
    expect(items.map(({ version }) => version)).toEqual(['2.14.1', '2.24.1']);
  });

  it('leave everything as it was when their report fails', async () => {
    const { client, affected } = await open();
    await write(client, shop, [log4j('2.14.1')]);
    const writer = DatabaseInventoryWriter.create();
    const serviceId = await seedService(client, shop);
    await expect(
      client.transaction(async transaction => {
        await writer.stage(transaction, [log4j('9.9.9')]);
        await writer.replace(transaction, {
          serviceId,
          tool: 'cdxgen',
          scope: '',
          reportId: randomUUID(),
          at: new Date(),
          demo: false,
        });
        throw new Error('The rest of the report is broken');
      }),
    ).rejects.toThrow('broken');
    const { items } = await affected.read({ package: 'log4j-core' });
    expect(items).toMatchObject([{ version: '2.14.1', direct: true }]);
  });

  it('may come at once with the same names', async () => {
    const { client } = await open();
    const components = Array.from({ length: 50 }, (_, index) => ({
      type: 'npm',
      name: `p-${index}`,
      version: '1.0.0',
      licences: ['MIT'],
    }));
    const counts = await Promise.all(
      [shop, till, depot].map((ref, index) =>
        write(client, ref, index % 2 ? [...components].reverse() : components),
      ),
    );
    expect(counts).toEqual([50, 50, 50]);
    await expect(client('packages').count()).resolves.toEqual([
      { count: '50' },
    ]);
  });
});

describe('where something is', () => {
  it('follows from versions, by the rules of their ecosystem', async () => {
    const { client, affected } = await open();
    await write(client, shop, [log4j('2.9.1')]);
    await write(client, till, [log4j('2.17.1')]);
    await write(client, depot, [
      { type: 'npm', name: 'log4j-core', version: '2.9.1', licences: [] },
    ]);
    const ask = async (question: object) =>
      (await affected.read(question)).items.map(({ entityRef }) => entityRef);
    // As text 2.9.1 would be above 2.17.0.
    await expect(
      ask({ package: 'log4j-core', range: '<2.17.0' }),
    ).resolves.toEqual([depot, shop]);
    await expect(
      ask({
        package: 'pkg:maven/org.apache.logging.log4j/log4j-core',
        range: '<2.17.0',
      }),
    ).resolves.toEqual([shop]);
    await expect(
      ask({ package: 'org.apache.logging.log4j:log4j-core' }),
    ).resolves.toEqual([shop, till]);
    await expect(ask({ package: 'LOG4J-CORE', refs: [till] })).resolves.toEqual(
      [till],
    );
    await expect(ask({ package: 'nothing' })).resolves.toEqual([]);
  });

  it('follows from findings by any name of the vulnerability, and says how many services can not be known', async () => {
    const { client, affected } = await open();
    await write(client, shop, [log4j('2.14.1')]);
    const [id] = await seedFindings(client, [
      {
        entityRef: shop,
        name: 'CVE-2021-44228',
        aliases: ['GHSA-jfh8-c2jp-5v3q'],
        packageType: 'maven',
        packageName: 'org.apache.logging.log4j:log4j-core',
        packageVersion: '2.14.1',
      },
    ]);
    const unknown = await seedService(client, till);
    await client('catalog_services').insert({
      service_id: unknown,
      title: 'till',
      criticality: 1,
      seen_at: new Date(),
    });
    const answer = await affected.read({
      vulnerability: 'GHSA-jfh8-c2jp-5v3q',
    });
    await expect(
      affected.read({ vulnerability: 'CVE-1999-9999' }),
    ).resolves.toMatchObject({ known: false, services: 0 });
    expect(answer).toMatchObject({
      known: true,
      understood: ['CVE-2021-44228, also called GHSA-jfh8-c2jp-5v3q'],
      services: 1,
      items: [
        { entityRef: shop, findingId: id, state: 'open', basis: ['finding'] },
      ],
      coverage: { withInventory: 1, total: 2 },
    });
    await expect(
      affected.read({ vulnerability: 'cve-2021-44228' }),
    ).resolves.toMatchObject({ services: 1 });
    await expect(
      affected.read({ vulnerability: 'CVE-2021-44228', refs: [till] }),
    ).resolves.toMatchObject({
      services: 0,
      coverage: { withInventory: 0, total: 1 },
    });
  });

  it('says what is wrong with a question', async () => {
    const { affected } = await open();
    await expect(affected.read({})).rejects.toThrow('expected one of the two');
    await expect(affected.read({ package: 'x', range: '<' })).rejects.toThrow(
      'range: found "<"',
    );
    await expect(affected.read({ package: 'x', range: 'abc' })).rejects.toThrow(
      'range: found "abc", expected comparisons',
    );
    await expect(affected.read({ package: 'pkg:' })).rejects.toThrow(
      'is no package URL',
    );
  });
});

describe('licences', () => {
  it('are counted by component and service, with what the policy says', async () => {
    const { client, licences } = await open();
    const npm = (name: string, ...of: string[]) => ({
      type: 'npm',
      name,
      version: '1.0.0',
      licences: of,
    });
    await write(client, shop, [
      npm('a', 'MIT'),
      npm('b', 'MIT', 'AGPL-3.0-only'),
      npm('c'),
    ]);
    await write(client, till, [npm('a', 'MIT')]);
    await expect(licences.list()).resolves.toMatchObject({
      byVerdict: { denied: 1, unknown: 1, allowed: 2, review: 0 },
      items: [
        { licence: 'AGPL-3.0-only AND MIT', verdict: 'denied', components: 1 },
        { licence: '', verdict: 'unknown' },
        { licence: 'MIT', components: 2, services: 2 },
      ],
    });
    const first = await licences.components({ licence: 'MIT', limit: 1 });
    expect(first.items).toMatchObject([{ entityRef: shop, packageName: 'a' }]);
    const second = await licences.components({
      licence: 'MIT',
      limit: 1,
      cursor: first.nextCursor,
    });
    expect(second).toEqual({
      items: [expect.objectContaining({ entityRef: till })],
    });
    await expect(licences.list([till])).resolves.toMatchObject({
      items: [{ licence: 'MIT', components: 1 }],
    });
    await expect(
      licences.components({ licence: 'MIT', cursor: 'x' }),
    ).rejects.toThrow('cursor');
  });
});
