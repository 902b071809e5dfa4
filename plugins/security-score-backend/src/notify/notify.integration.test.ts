import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Knex } from 'knex';
import { Inbox } from '../__testUtils__/Inbox';
import { seedFindings } from '../__testUtils__/seedFindings';
import { initTestDatabase } from '../__testUtils__/testDatabase';
import { Exceptions } from '../exceptions/Exceptions';
import { FindingTriage } from '../triage/FindingTriage';
import { BreachTeller } from './BreachTeller';
import { ExceptionTeller } from './ExceptionTeller';
import { NoticeSender } from './NoticeSender';
import { OwnerFinder } from './OwnerFinder';

jest.setTimeout(120_000);

const dayLength = 86_400_000;
const slaDays = { critical: 7, high: 30 };
const daysAgo = (days: number) => new Date(Date.now() - days * dayLength);

function entity(
  kind: string,
  name: string,
  relations: Array<[type: string, targetRef: string]>,
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
  };
}

const entities = [
  entity('Group', 'company', []),
  entity('Group', 'web', [['childOf', 'group:default/company']]),
  entity('Component', 'shop', [['ownedBy', 'group:default/web']]),
  entity('Component', 'app', [['ownedBy', 'group:default/web']]),
  entity('Component', 'lonely', []),
];

describe('what people are told', () => {
  let client: Knex;
  let inbox: Inbox;

  beforeEach(async () => {
    client = await initTestDatabase();
    inbox = new Inbox();
  });

  function start(options?: { fallbackOwner?: string }) {
    const logger = mockServices.logger.mock();
    const owners = OwnerFinder.create({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({ entities }),
    });
    return {
      breaches: BreachTeller.create({
        client,
        logger,
        owners,
        escalateAfterDays: 7,
        ...options,
      }),
      endings: ExceptionTeller.create({ client, owners, warnDays: 7 }),
      notices: NoticeSender.create({ client, logger, notifications: inbox }),
    };
  }

  async function run(options?: { fallbackOwner?: string }) {
    const { breaches, endings, notices } = start(options);
    await breaches.note();
    await breaches.tell();
    await endings.tell();
    await notices.run();
  }

  it('tells the owner once of all that is past its time, and the group above after a while', async () => {
    await seedFindings(client, [
      { severity: 'critical', at: daysAgo(8), name: 'CVE-2026-1' },
      { severity: 'high', at: daysAgo(31), name: 'CVE-2026-2' },
      { severity: 'high', at: daysAgo(29), name: 'CVE-2026-3' },
      {
        severity: 'high',
        at: daysAgo(40),
        name: 'CVE-2026-4',
        entityRef: 'component:default/app',
      },
      {
        severity: 'critical',
        at: daysAgo(40),
        triage: 'false-positive',
        name: 'CVE-2026-5',
      },
      { severity: 'low', at: daysAgo(400), name: 'CVE-2026-6', present: false },
    ]);
    // Two instances at once, and one of them again.
    await Promise.all([run(), run()]);
    await run();
    expect(inbox.received).toHaveLength(1);
    expect(inbox.received[0]).toMatchObject({
      recipients: { type: 'entity', entityRef: 'group:default/web' },
      payload: {
        title: '3 security findings are past the time to fix: 2 services',
        description: '1 critical, 2 high. CVE-2026-1, CVE-2026-2, CVE-2026-4.',
        severity: 'critical',
        topic: 'security-overdue',
      },
    });
    const events = await client('finding_events').where('kind', 'overdue');
    expect(events).toHaveLength(3);

    // One is repaired; a week later the group above hears of the others, once.
    await client('findings')
      .where('name', 'CVE-2026-1')
      .update({ state: 'fixed' });
    await client('finding_breaches').update({ told_at: daysAgo(8) });
    await Promise.all([run(), run()]);
    expect(inbox.received).toHaveLength(2);
    expect(inbox.received[1]).toMatchObject({
      recipients: { entityRef: 'group:default/company' },
      payload: {
        title: '2 security findings are still past the time to fix: 2 services',
        severity: 'high',
      },
    });
    await client('finding_breaches').update({ told_at: daysAgo(80) });
    await run();
    expect(inbox.received).toHaveLength(2);
  });

  it('does not tell again when the severity changes, and does when it comes back', async () => {
    const [id] = await seedFindings(client, [{ at: daysAgo(31) }]);
    await run();
    await client('findings')
      .where({ id })
      .update({ severity: 5, due_at: daysAgo(24) });
    await run();
    expect(inbox.received).toHaveLength(1);
    await client('findings')
      .where({ id })
      .update({ open_since: daysAgo(30) });
    await run();
    expect(inbox.received).toHaveLength(2);
  });

  it('keeps what has no owner until somebody is named for it', async () => {
    await seedFindings(client, [
      { at: daysAgo(31), entityRef: 'component:default/lonely' },
    ]);
    await run();
    expect(inbox.received).toEqual([]);
    await run({ fallbackOwner: 'group:default/security' });
    expect(inbox.received[0].recipients).toMatchObject({
      entityRef: 'group:default/security',
    });
  });

  it('sends what could not be sent, and leaves one where a process died after it', async () => {
    await seedFindings(client, [{ at: daysAgo(31) }]);
    for (const failure of ['before', 'after', 'none', 'none'] as const) {
      inbox.failure = failure;
      await run();
    }
    expect(inbox.received).toHaveLength(1);
  });

  it('tells who decides, who asked, and who asked again before the end', async () => {
    const ids = await seedFindings(client, [{ name: 'CVE-2026-1' }]);
    const ann = 'user:default/ann';
    const exceptions = Exceptions.create({
      client,
      slaDays,
      approvers: ['group:default/security'],
    });
    const { id } = await exceptions.propose({
      findingIds: ids,
      reason: 'It is behind a wall',
      expiresAt: new Date(Date.now() + 30 * dayLength),
      by: ann,
    });
    await exceptions.decide(id, {
      decision: 'approve',
      by: 'user:default/bob',
    });
    await run();
    const told = () =>
      inbox.received.map(({ recipients, payload }) => [
        'entityRef' in recipients && recipients.entityRef,
        payload.title,
      ]);
    expect(told()).toEqual([
      [
        'group:default/security',
        'An exception waits for a decision: component:default/shop',
      ],
      [ann, 'Your exception was approved: component:default/shop'],
    ]);
    await client('exceptions').update({
      decided_at: daysAgo(25),
      expires_at: daysAgo(-5),
    });
    await Promise.all([run(), run()]);
    expect(told().slice(2)).toEqual([
      [ann, 'Your exception ends soon: component:default/shop'],
    ]);
  });

  it('says nothing of findings that somebody takes out meanwhile', async () => {
    const [id] = await seedFindings(client, [{ at: daysAgo(31) }]);
    const { breaches } = start();
    await breaches.note();
    await FindingTriage.create({ client, slaDays }).change({
      ids: [id],
      triage: 'false-positive',
      by: 'user:default/ann',
    });
    await run();
    expect(inbox.received).toEqual([]);
  });
});
