import { component, day, openScores, shop } from '../__testUtils__/openScores';
import { seedFindings, seedService } from '../__testUtils__/seedFindings';

describe('scores', () => {
  it('list the portfolio by pages, weighted by how critical services are', async () => {
    const entities = Array.from({ length: 7 }, (_, index) =>
      component(
        `s-${index}`,
        index === 0 ? { 'portal/criticality': 'high' } : {},
      ),
    );
    const { client, calculator, portfolio, scores } = await openScores(
      entities,
    );
    await seedFindings(client, [
      ...Array.from({ length: 4 }, (_, index) => ({
        entityRef: `component:default/s-${index}`,
        severity: (['critical', 'high', 'medium', 'low'] as const)[index],
        name: `CVE-2026-${index}`,
      })),
    ]);
    await calculator.work();
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await portfolio.list({ limit: 2, cursor });
      expect(page).toMatchObject({ total: 7, scored: 4, byGrade: { none: 3 } });
      seen.push(...page.items.map(({ title }) => title));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(['s-0', 's-1', 's-2', 's-3', 's-4', 's-5', 's-6']);
    const { weighted, worst } = await portfolio.list({});
    const each = await Promise.all(
      [0, 1, 2, 3].map(index => scores.get(`component:default/s-${index}`)),
    );
    expect(worst?.title).toBe('s-0');
    expect(weighted).toBeCloseTo(
      (3 * each[0].score! + each[1].score! + each[2].score! + each[3].score!) /
        6,
      0,
    );
    await expect(
      portfolio.list({ grade: ['none'], order: 'name' }),
    ).resolves.toMatchObject({
      items: [{ title: 's-4' }, { title: 's-5' }, { title: 's-6' }],
    });
    await expect(portfolio.list({ cursor: 'nonsense' })).rejects.toThrow(
      'cursor: it is not one of this list',
    );
    await expect(
      portfolio.list({ refs: ['component:default/s-1'] }),
    ).resolves.toMatchObject({ total: 1 });
  });

  it('say how they changed in a month, in every order of the portfolio', async () => {
    const { client, calculator, portfolio, scores } = await openScores([
      component('shop'),
      component('till'),
    ]);
    await seedFindings(client, [
      { severity: 'critical', at: new Date(Date.now() - 50 * day) },
    ]);
    await calculator.calculate(
      await seedService(client),
      new Date(Date.now() - 40 * day),
    );
    await calculator.work();
    const { change28d } = await scores.get(shop);
    expect(change28d).toBeLessThan(0);
    for (const order of ['score', 'change', 'name', 'coverage'] as const) {
      const { items, worst } = await portfolio.list({ order });
      expect([worst, ...items].map(row => row?.change28d)).toEqual(
        expect.arrayContaining([change28d, change28d, undefined]),
      );
    }
  });
});
