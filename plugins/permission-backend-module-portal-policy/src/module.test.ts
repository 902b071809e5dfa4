import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import permissionPlugin from '@backstage/plugin-permission-backend';
import request from 'supertest';
import { permissionModulePortalPolicy } from './module';

function start(portal: object) {
  return startTestBackend({
    features: [
      permissionPlugin,
      permissionModulePortalPolicy,
      mockServices.rootConfig.factory({
        data: { permission: { enabled: true, portal: { ...portal } } },
      }),
    ],
  });
}

const items = [
  { id: '1', permission: basicPermission('dora.metrics.read') },
  { id: '2', permission: basicPermission('dora.records.import') },
  { id: '3', permission: basicPermission('not.known') },
];

function basicPermission(name: string) {
  return { type: 'basic', name, attributes: {} };
}

describe('permissionModulePortalPolicy', () => {
  it('answers the permission plugin by the role of the user', async () => {
    const { server } = await start({
      roles: { reader: { users: ['user:development/guest'] } },
    });
    const guest = await request(server)
      .post('/api/permission/authorize')
      .set(
        'Authorization',
        mockCredentials.user.header('user:development/guest'),
      )
      .send({ items });
    expect(guest.body).toEqual({
      items: [
        { id: '1', result: 'ALLOW' },
        { id: '2', result: 'DENY' },
        { id: '3', result: 'DENY' },
      ],
    });
    const stranger = await request(server)
      .post('/api/permission/authorize')
      .set('Authorization', mockCredentials.user.header('user:default/eve'))
      .send({ items });
    expect(
      stranger.body.items.map((item: { result: string }) => item.result),
    ).toEqual(['DENY', 'DENY', 'DENY']);
  });

  it('does not start with a role that does not exist', async () => {
    await expect(start({ roles: { owner: {} } })).rejects.toThrow(
      /names the role 'owner', which does not exist/,
    );
  });
});
