import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { belowGroupsOf } from '@portal/plugin-executive-common';
import { catalogNode } from '@portal/plugin-org-history-common';
import request from 'supertest';
import {
  OrganisationWriter,
  type WrittenEdge,
} from '../__testUtils__/OrganisationWriter';
import { beginAnew, startSnapshots } from '../__testUtils__/startSnapshots';
import { ArchiveStore } from '../archive/ArchiveStore';
import { OwnedStore } from '../owned/OwnedStore';
import type { PackDocument, PackMaker } from './PackMaker';
import { PackSchedule } from './PackSchedule';

jest.setTimeout(180_000);

const today = new Date().toISOString().slice(0, 10);
const team = 'group:default/alpha';
const pack = {
  title: 'For the board',
  pages: ['portfolio', 'investment', 'questions'],
  query: { node: team },
  dayOfMonth: 1,
  recipients: ['group:default/alpha'],
  revision: 0,
};

describe('packs', () => {
  let portal: Awaited<ReturnType<typeof startSnapshots>>;

  beforeAll(async () => {
    portal = await startSnapshots({
      decide: (permission, userRef) => {
        if (userRef === 'user:default/executive') {
          return { result: AuthorizeResult.ALLOW };
        }
        return permission === 'executive.node.read'
          ? {
              result: AuthorizeResult.CONDITIONAL,
              pluginId: 'executive',
              resourceType: 'executive-node',
              conditions: belowGroupsOf(userRef),
            }
          : { result: AuthorizeResult.DENY };
      },
    });
    const writer = await OrganisationWriter.create(portal.knex);
    await beginAnew(portal.client, [
      { ref: team, kind: 'group', title: 'alpha' },
    ]);
    await writer.open([
      ...[team, 'component:default/shop'].map(
        (from): WrittenEdge => ({ from, kind: 'existsIn', to: catalogNode }),
      ),
      { from: 'component:default/shop', kind: 'ownedBy', to: team },
      { from: 'user:default/member', kind: 'memberOf', to: team },
    ]);
    await portal.taker().take(today);
  });
  afterAll(async () => portal?.client.destroy());

  const ask = (
    method: 'get' | 'post' | 'put' | 'delete',
    address: string,
    user: string,
    body?: object,
  ) =>
    request(portal.server)
      [method](`/api/executive/v1/${address}`)
      .set('Authorization', mockCredentials.user.header(`user:default/${user}`))
      .send(body);

  it('are made of what is to be said first, and open for those who read the part', async () => {
    await ask('put', 'packs/board', 'executive', pack).expect(200);
    await ask('put', 'packs/board', 'executive', pack).expect(409);
    await ask('get', 'packs', 'member').expect(403);
    const run = await ask('post', 'packs/board/runs', 'executive');
    expect(run.status).toBe(201);
    expect(run.body).toMatchObject({
      kind: 'pack',
      packId: 'board',
      node: team,
    });
    const read = await ask('get', `archive/${run.body.id}`, 'member');
    expect(
      read.body.documents.map(({ title }: { title: string }) => title),
    ).toEqual(['Questions', 'Portfolio', 'Investment']);
    await ask('get', `archive/${run.body.id}`, 'stranger').expect(404);
    await ask('delete', 'packs/board?revision=1', 'executive').expect(204);
    await ask('get', `archive/${run.body.id}`, 'executive').expect(200);
  });

  it('are refused where they make no sense', async () => {
    for (const [change, message] of [
      [{ dayOfMonth: 31 }, 'dayOfMonth'],
      [{ recipients: ['everybody'] }, 'recipients.0: found "everybody"'],
      [{ recipients: [] }, 'recipients'],
      [{ pages: ['payroll'] }, 'pages.0'],
      [{ title: ' ' }, 'title'],
    ] as const) {
      const answer = await ask('put', 'packs/odd', 'executive', {
        ...pack,
        ...change,
      });
      expect(answer.status).toBe(400);
      expect(answer.body.error.message).toContain(message);
    }
  });

  it('are made and told once a month, also by a portal that was stopped in the middle', async () => {
    const { client } = portal;
    const packs = OwnedStore.create<PackDocument>({
      client,
      kind: 'packs',
      title: 'pack',
    });
    const archive = ArchiveStore.create({ client });
    const { revision, ...input } = pack;
    await packs.create(
      {
        id: 'monthly',
        document: {
          ...input,
          id: 'monthly',
          pages: ['portfolio'],
          createdBy: 'user:default/executive',
        },
      },
      'user:default/executive',
    );
    const sent: unknown[] = [];
    let isDown = true;
    const notifications: NotificationService = {
      send: async notification => {
        if (isDown) {
          throw new Error('nobody listens');
        }
        sent.push(notification);
      },
    };
    let made = 0;
    // What a pack has in it is tested above; here it counts how often one is made.
    const maker: Pick<PackMaker, 'make'> = {
      make: async (document, by, period) => {
        made += 1;
        return archive.keep({
          kind: 'pack',
          packId: document.id,
          period: period?.month,
          title: document.title,
          node: team,
          day: period?.day ?? today,
          createdBy: by,
          documents: [],
        });
      },
    };
    const schedule = () =>
      PackSchedule.create({
        archive,
        logger: mockServices.logger.mock(),
        maker,
        notifications,
        packs,
        scheduler: mockServices.scheduler.mock(),
      });
    // Not in the month in which it was written down after its day.
    await schedule().run({ now: new Date() });
    expect(made).toBe(0);

    const later = new Date(`${Number(today.slice(0, 4)) + 1}-02-01T07:00:00Z`);
    await schedule().run({ now: new Date(later.getTime() - 2 * 3_600_000) });
    expect(made).toBe(0);
    await schedule().run({ now: later });
    expect([made, sent.length]).toEqual([1, 0]);
    isDown = false;
    await Promise.all([
      schedule().run({ now: later }),
      schedule().run({ now: new Date(later.getTime() + 60_000) }),
    ]);
    await schedule().run({ now: new Date(later.getTime() + 900_000) });
    expect(made).toBe(1);
    const scopes = new Set(
      sent.map(each => (each as { payload: { scope: string } }).payload.scope),
    );
    // Two at once may both tell: of one scope that is one notification.
    expect(scopes.size).toBe(1);
    expect(sent[0]).toMatchObject({
      recipients: { entityRef: ['group:default/alpha'] },
      payload: { topic: 'executive-pack' },
    });
    await schedule().run({
      now: new Date(`${Number(today.slice(0, 4)) + 1}-03-02T07:00:00Z`),
    });
    expect(made).toBe(2);
  });
});
