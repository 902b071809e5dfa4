import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import doraPlugin from '..';
import { component, testDatabases } from '../__testUtils__/startDora';
import { environment, startDelivery } from './__testUtils__/startDelivery';

jest.setTimeout(120_000);

const slug = 'github.com/project-slug';
const hour = 3_600_000;
const start = Date.now() - 24 * hour;
const at = (hours: number) => new Date(start + hours * hour).toISOString();
const sha = (digit: string) => digit.repeat(40);

function repository(name: string) {
  return {
    id: name.length,
    full_name: name,
    default_branch: 'main',
    html_url: `https://github.com/${name}`,
  };
}

function push(name: string, ...shas: string[]) {
  return {
    ref: 'refs/heads/main',
    before: sha('0'),
    after: shas.at(-1),
    repository: repository(name),
    commits: shas.map((id, n) => ({ id, timestamp: at(n), message: 'Work' })),
  };
}

function deployed(id: number, environmentName: string, digit: string) {
  return {
    action: 'created',
    deployment: {
      id,
      sha: sha(digit),
      ref: `v${id}`,
      environment: environmentName,
      created_at: at(4 + id),
    },
    deployment_status: {
      id: 10 * id,
      state: 'success',
      environment: environmentName,
      created_at: at(5 + id),
    },
    repository: repository('org/shop'),
  };
}

async function eventually(check: () => Promise<void>): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await check();
      return;
    } catch (error) {
      if (tries > 100) {
        throw error;
      }
      await sleep(100);
    }
  }
}

describe('what webhooks report', () => {
  const shop = component('shop', { [slug]: 'Org/Shop' });
  const places = [environment('PROD1', true), environment('UAT1', false)];

  it('reaches figures and sources, and what can not be used is told', async () => {
    const portal = await startDelivery({
      entities: [shop, ...places],
      config: { environments: [{ match: 'prod*', environment: 'PROD1' }] },
    });
    const { get, github, generic } = portal;
    const { dora } = portal.databases;
    await github('push', push('org/shop', sha('a'), sha('b')));
    await github('deployment_status', deployed(1, 'production', 'a'));
    await github('deployment_status', deployed(2, 'production', 'b'), 'twice');
    await github('deployment_status', deployed(2, 'production', 'b'), 'again');
    await github('deployment_status', deployed(3, 'staging', 'b'));
    await github('deployment_status', deployed(4, 'uat1', 'b'));
    await github('push', push('org/shop-front', sha('c')));
    await portal.look();
    await generic({
      deployments: [
        {
          id: 'no-place',
          entityRef: 'component:default/shop',
          startedAt: at(1),
        },
        { id: 'bad', entityRef: 'component:default/shop', startedAt: 'later' },
      ],
      incidents: [
        {
          id: 'INC-1',
          entityRef: 'component:default/shop',
          title: 'Long before',
          openedAt: new Date(start - 900 * hour).toISOString(),
        },
      ],
    });
    await generic({ type: 'incident', id: 'INC-2', openedAt: 'tomorrow' });

    const entity = '/entities/component/default/shop';
    await eventually(async () => {
      const { body } = await get(`${entity}/deployments`);
      expect(body.items).toMatchObject([
        { sha: sha('b'), deployedAt: at(7), environment: 'PROD1', changes: 1 },
        { sha: sha('a'), deployedAt: at(6), environment: 'PROD1' },
      ]);
    });
    await eventually(async () => {
      expect((await get(`${entity}/sources`)).body.items).toMatchObject([
        {
          source: 'generic',
          state: 'ok',
          releases: 1,
          commits: 0,
          demo: false,
        },
        { source: 'github', state: 'ok', releases: 4, commits: 2, demo: false },
      ]);
    });

    await eventually(async () => {
      const { body } = await get('/triage/unmatched');
      expect(body).toEqual({
        total: 1,
        items: [
          {
            subjects: [{ annotation: slug, value: 'org/shop-front' }],
            sources: ['github'],
            counts: { change: 1 },
            firstReceivedAt: expect.any(String),
            lastReceivedAt: expect.any(String),
            snippet: `metadata:\n  annotations:\n    ${slug}: org/shop-front\n`,
            candidates: ['component:default/shop'],
          },
        ],
      });
    });
    const environments = (await get('/triage/environments')).body;
    expect(environments.known).toEqual(['PROD1', 'UAT1']);
    expect(environments.items).toHaveLength(2);
    expect(environments.items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          name: 'staging',
          sources: ['github'],
          deployments: 1,
          incidents: 0,
          snippet:
            'dora:\n  environments:\n    - match: staging\n      environment: # one of PROD1, UAT1\n',
        }),
        expect.objectContaining({ sources: ['generic'], deployments: 1 }),
      ]),
    );
    const rejections = (await get('/triage/rejections')).body;
    expect(rejections).toMatchObject({
      total: 1,
      items: [
        {
          sender: 'generic',
          part: 1,
          reason: expect.stringContaining('deployments[1].startedAt'),
        },
      ],
    });
    await eventually(async () => {
      const { body } = await get('/triage/unattributed');
      expect(body).toEqual({
        items: [
          expect.objectContaining({
            entityRef: 'component:default/shop',
            kind: 'incident',
            id: 'generic:incident:INC-1',
            title: 'Long before',
            reason: 'no-recent-deployment',
          }),
        ],
      });
    });
    await eventually(async () => {
      const dead = await portal.databases
        .webhooks('failures')
        .whereNull('next_try_at');
      expect(dead).toMatchObject([
        { consumer: 'delivery', error: expect.stringContaining('openedAt') },
      ]);
    });

    // The catalog catches up; and what is not in it any more is not shown to people.
    portal.catalog.set([
      component('shop-front', { [slug]: 'org/shop-front' }),
      ...places,
    ]);
    await portal.look();
    await eventually(async () => {
      expect((await get('/triage/unmatched')).body.total).toBe(0);
    });
    const { rows } = await dora.raw(
      `SELECT n.entity_ref, encode(c.sha, 'hex') AS sha FROM commits c JOIN entities n ON n.id = c.entity_id
       WHERE n.entity_ref LIKE '%front'`,
    );
    expect(rows).toEqual([
      { entity_ref: 'component:default/shop-front', sha: sha('c') },
    ]);
    expect((await get('/triage/unattributed')).body.items).toEqual([]);
    const asService = await get('/triage/unattributed?limit=1', 'service');
    expect(asService.body.items).toHaveLength(1);
    expect((await get('/triage/unattributed?cursor=no')).status).toBe(400);
    expect((await get('/triage/unmatched?limit=0')).status).toBe(400);
    await portal.stop();
  });

  it('is shown to nobody without permission', async () => {
    const knex = await testDatabases.init('POSTGRES_18');
    const { server } = await startTestBackend({
      features: [
        doraPlugin,
        mockServices.database.factory({ knex, migrations: { skip: false } }),
        catalogServiceMock.factory({ entities: [] }),
        mockServices.permissions.factory({ result: AuthorizeResult.DENY }),
      ],
    });
    for (const list of [
      'unmatched',
      'environments',
      'unattributed',
      'rejections',
    ]) {
      const { status, body } = await request(server).get(
        `/api/dora/v1/triage/${list}`,
      );
      expect([list, status]).toEqual([list, 403]);
      expect(body.error.message).toContain('dora.triage.read');
    }
  });
});
