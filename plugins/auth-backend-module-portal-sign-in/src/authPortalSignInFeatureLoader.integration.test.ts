import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import request from 'supertest';
import { authPortalSignInFeatureLoader } from './authPortalSignInFeatureLoader';

const jane: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'jane', namespace: 'default' },
  spec: { profile: { displayName: 'Jane Roe', email: 'jane@example.com' } },
  relations: [{ type: 'memberOf', targetRef: 'group:default/team' }],
};
const team: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'team', namespace: 'default' },
  spec: { type: 'team' },
  relations: [{ type: 'childOf', targetRef: 'group:default/department' }],
};

function config(host: string, demo = true): JsonObject {
  return {
    app: { baseUrl: 'http://localhost:7007' },
    backend: { baseUrl: 'http://localhost:7007', listen: { host, port: 0 } },
    auth: { providers: { guest: {}, demo: {} } },
    portal: {
      demo,
      signIn: {
        personas: [
          { id: 'member', userEntityRef: 'user:default/jane' },
          { id: 'reader', userEntityRef: 'user:default/not-loaded-yet' },
        ],
      },
    },
  };
}

describe('authPortalSignInFeatureLoader', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init('POSTGRES_18');
  });

  function start(host: string, demo?: boolean) {
    return startTestBackend({
      features: [
        authPlugin,
        authPortalSignInFeatureLoader,
        catalogServiceMock.factory({ entities: [jane, team] }),
        mockServices.database.factory({
          knex,
          migrations: { skip: false },
        }),
        mockServices.rootConfig.factory({ data: config(host, demo) }),
        mockServices.rootLogger.factory({ level: 'none' }),
      ],
    });
  }

  it('signs in as a persona, with every group above', async () => {
    const { server } = await start('127.0.0.1');

    const signedIn = await request(server)
      .get('/api/auth/demo/refresh?persona=member')
      .set('Host', 'localhost:7007');
    expect(signedIn.status).toBe(200);
    expect(signedIn.body).toMatchObject({
      profile: { displayName: 'Jane Roe', email: 'jane@example.com' },
      backstageIdentity: {
        token: expect.any(String),
        expiresInSeconds: expect.any(Number),
        identity: { type: 'user', userEntityRef: 'user:default/jane' },
      },
    });
    const [{ user_info: info }] = await knex('user_info').select('user_info');
    expect(JSON.parse(info)).toMatchObject({
      claims: {
        ent: [
          'user:default/jane',
          'group:default/team',
          'group:default/department',
        ],
      },
    });

    const unknown = await request(server)
      .get('/api/auth/demo/refresh?persona=nobody')
      .set('Host', 'localhost:7007');
    expect(unknown.status).toBe(404);
    expect(unknown.body.error.message).toBe(
      "There is no demo persona 'nobody': choose one of member, reader",
    );

    const nameless = await request(server)
      .get('/api/auth/demo/refresh')
      .set('Host', 'localhost:7007');
    expect(nameless.status).toBe(400);
    expect(nameless.body.error.message).toMatch(/one of member, reader/);

    const early = await request(server)
      .get('/api/auth/demo/refresh?persona=reader')
      .set('Host', 'localhost:7007');
    expect(early.status).toBe(404);
    expect(early.body.error.message).toMatch(
      /user:default\/not-loaded-yet, which the catalog does not have: wait/,
    );

    const rebound = await request(server)
      .get('/api/auth/demo/refresh?persona=member')
      .set('Host', 'evil.example.com');
    expect(rebound.status).toBe(403);
    expect(rebound.body.error.message).toMatch(/evil\.example\.com/);
  });

  it('lets nobody in as a persona once the demo data is gone', async () => {
    const { server } = await start('127.0.0.1', false);
    const answer = await request(server)
      .get('/api/auth/demo/refresh?persona=member')
      .set('Host', 'localhost:7007');
    expect(answer.status).toBe(404);
  });

  it('keeps an open backend from starting', async () => {
    await expect(start('0.0.0.0')).rejects.toThrow(
      /Sign-in 'guest' asks for no password and the backend would listen on 0\.0\.0\.0: set backend\.listen\.host to 127\.0\.0\.1/,
    );
  });
});
