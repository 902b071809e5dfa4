import type {
  Exemption,
  Portfolio,
  Standing,
} from '@portal/plugin-executive-common';
import { startStewardship, today } from '../__testUtils__/startStewardship';
import { addDays } from '../snapshots/days';

jest.setTimeout(180_000);

const exemption = {
  entityRef: 'component:default/shop',
  pillarId: 'cost',
  from: addDays(today, -5),
  until: addDays(today, 5),
  reason: 'It moves to another cloud.',
};

describe('exemptions', () => {
  let portal: Awaited<ReturnType<typeof startStewardship>>;
  let ask: typeof portal.ask;

  beforeAll(async () => {
    portal = await startStewardship();
    ask = portal.ask;
  });
  afterAll(async () => portal?.stop());

  const standingOf = async (
    service: string,
    day = today,
  ): Promise<Standing | undefined> => {
    const { pillars } = (await portal
      .client('service_snapshots')
      .where({ day, ref: service })
      .first()) as { pillars: Array<{ pillarId: string; standing: Standing }> };
    return pillars.find(({ pillarId }) => pillarId === 'cost')?.standing;
  };
  const costOf = async (node: string) => {
    const { rows }: Portfolio = (
      await ask('get', `portfolio?node=${node}`, 'executive')
    ).body;
    return rows[0].health.pillars.find(({ pillarId }) => pillarId === 'cost');
  };

  it('shows an old snapshot, which counted no exemptions', async () => {
    await portal.client.raw(
      `UPDATE node_snapshots SET health = jsonb_set(health, '{pillars}', (
         SELECT jsonb_agg(jsonb_set(pillar, '{counts}', (pillar -> 'counts') - 'exempt'))
         FROM jsonb_array_elements(health -> 'pillars') AS pillar))`,
    );
    expect((await costOf('everything'))?.counts.exempt).toBe(0);
  });

  it('take a service out of a pillar on their days, and end by themselves', async () => {
    const created = await ask('post', 'exemptions', 'executive', exemption);
    expect(created.status).toBe(201);
    expect(created.body.decidedBy).toBe('user:default/executive');
    await portal.taker().take(today);
    expect(await standingOf('component:default/shop')).toBe('exempt');
    expect(await standingOf('component:default/stock')).toBe('unmeasured');
    const all = await costOf('everything');
    expect(all?.counts).toMatchObject({ exempt: 1, unmeasured: 1 });
    expect(all).not.toHaveProperty('share');
    const past = addDays(today, -6);
    await portal.taker().take(past);
    expect(await standingOf('component:default/shop', past)).not.toBe('exempt');
    const services = await ask(
      'get',
      'services?node=everything&pillar=cost&standing=exempt',
      'executive',
    );
    expect(
      services.body.items.map((each: { title: string }) => each.title),
    ).toEqual(['shop']);
  });

  it('are ended by hand, and leave their history', async () => {
    const { items }: { items: Exemption[] } = (
      await ask('get', 'exemptions', 'alphonse')
    ).body;
    expect(items).toHaveLength(1);
    const address = `exemptions/${encodeURIComponent(items[0].id)}`;
    await ask('delete', `${address}?revision=1`, 'alphonse').expect(403);
    await ask('delete', `${address}?revision=1`, 'executive').expect(204);
    await portal.taker().take(today);
    expect(await standingOf('component:default/shop')).not.toBe('exempt');
  });

  it('are read by who reads the service, and decided by who may', async () => {
    await ask('post', 'exemptions', 'executive', {
      ...exemption,
      entityRef: 'component:default/stock',
    }).expect(201);
    const own = await ask('get', 'exemptions', 'alphonse');
    expect(own.body.items).toEqual([]);
    await ask('post', 'exemptions', 'alphonse', exemption).expect(403);
  });

  it.each([
    [{ pillarId: 'beauty' }, 'pillarId: found "beauty", expected one of'],
    [{ until: addDays(exemption.from, -1) }, 'until: is before the first day'],
    [{ until: addDays(exemption.from, 366) }, 'until: is later than 366 days'],
    [{ entityRef: 'group:default/alpha' }, 'expected a component'],
    [{ reason: ' ' }, 'reason: say why'],
  ])('are refused with %j', async (change, message) => {
    const answer = await ask('post', 'exemptions', 'executive', {
      ...exemption,
      ...change,
    });
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain(message);
  });
});
