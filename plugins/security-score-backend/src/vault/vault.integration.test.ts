import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import request from 'supertest';
import { startSecurityScore } from '../__testUtils__/startSecurityScore';
import { TinyVault } from './__testUtils__/TinyVault';
import { readVaultConfig } from './readVaultConfig';

jest.setTimeout(120_000);

const day = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * day).toISOString();
const component = (name: string, annotations: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default', annotations },
  spec: { type: 'service' },
});
const at = (path: string, more = {}) => ({
  'vault.io/secrets-path': path,
  ...more,
});
const entities = [
  component('shop', at('shop/production, shop/shared')),
  component('ledger', at('ledger', { 'vault.io/secrets-engine': 'finance' })),
  component('single', at('shop/production/api-key')),
  component('empty', at('nothing/here')),
  component('many', at('many')),
  component('hostile', at('shop/../../../sys/policy')),
  component('plain', {}),
  ...[403, 503, 200, 302].map(status =>
    component(`faulty-${status}`, at(`shop/shared,faulty/${status}`)),
  ),
];

describe('secrets of a service', () => {
  let vault: TinyVault;
  let server: Parameters<typeof request>[0];

  async function start(denied: string[] = []) {
    const backend = await startSecurityScore({
      entities,
      denied,
      config: {
        securityScore: {
          vault: {
            baseUrl: vault.url,
            publicUrl: 'https://vault.example.com/',
            token: vault.token,
            rotateAfterDays: 30,
          },
        },
      },
    });
    return backend.server;
  }

  const get = async (name: string, of = server) =>
    request(of)
      .get(`/api/security-score/v1/entities/component/default/${name}/secrets`)
      .set('Authorization', mockCredentials.user.header());

  beforeAll(async () => {
    vault = await TinyVault.start();
    vault.secrets
      .set('secret/shop/production/api-key', [ago(400), ago(100), ago(31)])
      .set('secret/shop/production/mail/password', [ago(29)])
      .set('secret/shop/production/old', [
        ago(10),
        `${ago(9)} deleted ${ago(8)}`,
      ])
      .set('secret/shop/shared/proxy', [ago(200)])
      .set('finance/ledger/key', [ago(1)]);
    for (let index = 0; index < 230; index += 1) {
      vault.secrets.set(`secret/many/${index}`, [ago(index)]);
    }
    server = await start();
  });

  beforeEach(() => {
    vault.asked.splice(0);
    vault.fault = undefined;
  });

  afterAll(async () => vault.stop());

  it('are told with their age, the oldest first, and never what they are', async () => {
    const { status, body } = await get('shop');
    expect([status, body.connected, body.complete]).toEqual([200, true, true]);
    expect(
      body.items.map(({ name, version, overdue }: Record<string, unknown>) => [
        name,
        version,
        overdue,
      ]),
    ).toEqual([
      ['shop/shared/proxy', 1, true],
      ['shop/production/api-key', 3, true],
      ['shop/production/mail/password', 1, false],
    ]);
    const [, key] = body.items;
    expect(key.url).toBe(
      'https://vault.example.com/ui/vault/secrets/secret/kv/shop%2Fproduction%2Fapi-key',
    );
    expect(Date.parse(key.rotateBy) - Date.parse(key.rotatedAt)).toBe(30 * day);
    expect(vault.asked.filter(path => !path.includes('/metadata/'))).toEqual(
      [],
    );
    // The page of a second person asks nothing of Vault.
    const asked = vault.asked.length;
    expect((await get('shop')).body).toEqual(body);
    expect(vault.asked).toHaveLength(asked);
  });

  it('are found in another engine, at a path of one secret, and where there are none', async () => {
    const namesOf = async (name: string) =>
      (await get(name)).body.items.map((item: { name: string }) => item.name);
    expect(await namesOf('ledger')).toEqual(['ledger/key']);
    expect(await namesOf('single')).toEqual(['shop/production/api-key']);
    expect(await namesOf('empty')).toEqual([]);
    const { status, body } = await get('plain');
    expect(status).toBe(404);
    expect(body.error.message).toMatch(/no annotation vault.io\/secrets-path/);
  });

  it('are read as far as a page goes', async () => {
    const { body } = await get('many');
    expect([body.items.length, body.complete]).toEqual([200, false]);
  });

  it('are looked for nowhere else than a path can name', async () => {
    const { status, body } = await get('hostile');
    expect(status).toBe(400);
    expect(body.error.message).toMatch(
      /vault.io\/secrets-path: found "shop\/\.\.\/.*correct the annotation/,
    );
    expect(vault.asked).toEqual([]);
  });

  it('are for those who read the findings', async () => {
    const closed = await start([
      'security-score.finding.read',
      'security-score.finding.read-own',
    ]);
    expect((await get('shop', closed)).status).toBe(403);
    expect(vault.asked).toEqual([]);
  });

  it.each([
    [{ status: 403 }, /give securityScore.vault.token a policy/],
    [{ status: 503 }, /sealed/],
    [{ status: 200, body: '<html>' }, /answered no JSON/],
    [
      { status: 302, location: 'https://elsewhere.example.com' },
      /answered 302/,
    ],
  ])('say what is wrong when Vault answers %j', async (fault, message) => {
    vault.fault = fault;
    const name = `faulty-${fault.status}`;
    const { status, body } = await get(name);
    expect(status).toBe(503);
    expect(body.error.message).toMatch(message);
    expect(body.error.message).not.toContain(vault.token);
    vault.fault = undefined;
    expect((await get(name)).status).toBe(200);
  });

  it.each([
    [{ baseUrl: 'vault' }, /securityScore.vault.baseUrl: found "vault"/],
    [{ rotateAfterDays: 0 }, /rotateAfterDays: found 0, expected a whole/],
    [{ token: undefined }, /securityScore.vault.token/],
  ])('refuse the configuration %j', (wrong, message) => {
    const config = mockServices.rootConfig({
      data: {
        securityScore: {
          vault: { baseUrl: vault.url, token: vault.token, ...wrong },
        },
      },
    });
    expect(() => readVaultConfig(config)).toThrow(message);
  });
});
