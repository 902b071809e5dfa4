import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ConfigReader } from '@backstage/config';
import type { Entity } from '@backstage/catalog-model';
import { OrgTree } from '@portal/plugin-org-history-node';
import {
  defaultFormula,
  scoreOf,
  type FormulaSettings,
} from '@portal/plugin-security-score-common';
import type { Knex } from 'knex';
import { seedFindings, seedService } from '../__testUtils__/seedFindings';
import { initTestDatabase } from '../__testUtils__/testDatabase';
import { CatalogServices } from './CatalogServices';
import { DatabasePracticeWriter } from './DatabasePracticeWriter';
import { restateFindings } from '../findings/restateFindings';
import { StatisticsReader } from '../statistics/StatisticsReader';
import { FormulaStore } from './FormulaStore';
import { GainReader } from './GainReader';
import { PortfolioReader } from './PortfolioReader';
import { readFormula } from './readFormula';
import { ScoreCalculator } from './ScoreCalculator';
import { ScoreReader } from './ScoreReader';
import { UpgradePlanner } from './UpgradePlanner';

const slaDays = { critical: 7, high: 30, medium: 90, low: 180 };
const shop = 'component:default/shop';
const day = 86_400_000;

function component(name: string, annotations = {}): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', annotations },
    spec: { type: 'service', owner: 'team' },
  };
}

async function open(
  entities = [component('shop')],
  formula: FormulaSettings = defaultFormula,
) {
  const client = await initTestDatabase();
  const tree = OrgTree.create({
    history: {
      changes: async () =>
        ({ items: [], sequence: 0, hasMore: false } as never),
    },
  });
  const services = CatalogServices.create({
    auth: mockServices.auth(),
    catalog: catalogServiceMock({ entities }),
    client,
  });
  await services.refresh();
  const store = FormulaStore.create({ client, settings: formula });
  await store.announce();
  return {
    client,
    services,
    formula: store,
    calculator: ScoreCalculator.create({ client, formula }),
    gains: GainReader.create({ client, formula }),
    scores: ScoreReader.create({ client, formula: store }),
    portfolio: PortfolioReader.create({ client, tree }),
    upgrades: UpgradePlanner.create({ client, formula }),
  };
}

/** What a report without these findings leaves behind. */
async function fix(client: Knex, ids: string[]) {
  await client.transaction(async transaction => {
    await transaction('findings').whereIn('id', ids).update({ present: false });
    await restateFindings(transaction, {
      ids,
      cause: { kind: 'report', by: 'trivy' },
      slaDays,
    });
  });
}

describe('scores', () => {
  it('leave a service that nobody reported on without one, and never average it', async () => {
    const { portfolio, scores } = await open();
    await expect(scores.get(shop)).resolves.toMatchObject({
      state: 'not-configured',
      coverage: 0,
    });
    await expect(portfolio.list({})).resolves.toMatchObject({
      total: 1,
      scored: 0,
      byGrade: { none: 1 },
      weighted: undefined,
    });
    // One that came into the catalog a moment ago.
    await expect(scores.get('component:default/new')).resolves.toMatchObject({
      state: 'not-configured',
    });
  });

  it('rise by exactly what the gain of a finding said, when it is fixed', async () => {
    const { client, calculator, gains, scores } = await open();
    const ids = await seedFindings(client, [
      { severity: 'critical', name: 'CVE-2026-1', kev: true },
      {
        severity: 'high',
        name: 'CVE-2026-2',
        epss: 0.4,
        at: new Date(Date.now() - 60 * day),
      },
      { severity: 'low', name: 'CVE-2026-3' },
    ]);
    await calculator.work();
    const before = await scores.get(shop);
    const all = await gains.of(ids);
    expect(before).toMatchObject({
      state: 'ok',
      open: { critical: 1, high: 1, low: 1 },
      overdue: 1,
    });
    expect([...all.keys()]).toEqual(ids);

    await fix(client, [ids[0]]);
    await calculator.work();
    const after = await scores.get(shop);
    expect(after.score! - before.score!).toBeCloseTo(all.get(ids[0])!, 1);
    expect(all.get(ids[0])!).toBeGreaterThan(all.get(ids[2])!);
    // Who is fixed gains nothing more.
    await expect(gains.of([ids[0]])).resolves.toEqual(new Map());
  });

  it('plan one upgrade for what it fixes together, and come to what it says', async () => {
    const { client, calculator, scores, upgrades } = await open();
    const jackson = {
      packageType: 'maven',
      packageName: 'com.fasterxml.jackson.core:jackson-databind',
      packageVersion: '2.13.2',
    };
    const ids = await seedFindings(client, [
      { ...jackson, name: 'CVE-2020-36518', fixVersions: ['2.13.2.1'] },
      {
        ...jackson,
        name: 'CVE-2022-42003',
        fixVersions: ['2.13.4.2', '2.14.0'],
      },
      { name: 'CVE-2026-9', severity: 'critical', fixVersions: [] },
    ]);
    await calculator.work();
    const plan = await upgrades.plan(shop);
    expect(plan).toMatchObject({
      withoutFix: 1,
      upgrades: [
        { toVersion: '2.13.4.2', findings: ids.slice(0, 2), isMajor: false },
      ],
    });
    await fix(client, ids.slice(0, 2));
    await calculator.work();
    const { score } = await scores.get(shop);
    expect(score).toBeCloseTo(plan.scoreAfterAll!, 1);
  });

  it('count practices, and what is unknown lowers the coverage and not the number', async () => {
    const { client, calculator, scores } = await open();
    const serviceId = await seedService(client);
    await client.transaction(async transaction => {
      await DatabasePracticeWriter.create().write(transaction, {
        serviceId,
        tool: 'scorecard',
        reportId: randomUUID(),
        at: new Date(),
        practices: [
          { id: 'scorecard/License', title: 'License', value: 1, weight: 2.5 },
          {
            id: 'scorecard/Branch-Protection',
            title: 'Branch-Protection',
            value: 0.5,
            weight: 7.5,
          },
          { id: 'scorecard/Fuzzing', title: 'Fuzzing', weight: 5 },
        ],
      });
    });
    await calculator.work();
    const score = await scores.get(shop);
    expect(score).toMatchObject({
      state: 'ok',
      confidence: 'low',
      coverage: 0.2,
    });
    expect(score.score).toBe(
      scoreOf([
        { id: 'scorecard', value: (2.5 + 0.5 * 7.5) / 10 },
        { id: 'branchProtection', value: 0.5 },
      ]),
    );
  });

  it('are calculated again only where something changed, and by one of several instances', async () => {
    const { client, calculator } = await open([
      component('shop'),
      component('till'),
    ]);
    await seedFindings(client, [
      { entityRef: shop },
      { entityRef: 'component:default/till', name: 'CVE-2026-5' },
    ]);
    const [one, other] = await Promise.all([
      calculator.work(),
      calculator.work(),
    ]);
    expect(one + other).toBe(2);
    await expect(calculator.work()).resolves.toBe(0);
    await seedFindings(client, [{ entityRef: shop, name: 'CVE-2026-6' }]);
    await expect(calculator.work()).resolves.toBe(1);
  });

  it('let a report go on that changes the findings they are calculated from', async () => {
    const { client, calculator, scores } = await open();
    const [id] = await seedFindings(client, [{ severity: 'critical' }]);
    const serviceId = await seedService(client);
    const report = await client.transaction();
    await report('findings').where({ id }).update({ title: 'as reported' });
    const calculated = calculator.work();
    const waiting = () =>
      client('pg_stat_activity')
        .whereRaw('datname = current_database()')
        .where('wait_event_type', 'Lock');
    while ((await waiting()).length === 0) {
      await setTimeout(20);
    }
    // By now the calculation waits for the finding. The report must not wait for the calculation.
    await report('score_queue')
      .insert({ service_id: serviceId })
      .onConflict('service_id')
      .ignore();
    await report.commit();
    // What the report put back is calculated again.
    await expect(calculated).resolves.toBe(2);
    await expect(scores.get(shop)).resolves.toMatchObject({
      open: { critical: 1 },
    });
  });

  it('are calculated by another where the one that took them died', async () => {
    const { client, calculator } = await open();
    const serviceId = await seedService(client);
    await client('score_claims').insert([
      { service_id: serviceId, claim: randomUUID() },
    ]);
    await expect(calculator.work()).resolves.toBe(0);
    await client('score_claims').update({
      claimed_at: client.raw(`now() - interval '1 hour'`),
    });
    await expect(calculator.work()).resolves.toBe(1);
    await expect(client('score_claims')).resolves.toEqual([]);
  });

  it('list the portfolio by pages, weighted by how critical services are', async () => {
    const entities = Array.from({ length: 7 }, (_, index) =>
      component(
        `s-${index}`,
        index === 0 ? { 'portal/criticality': 'high' } : {},
      ),
    );
    const { client, calculator, portfolio, scores } = await open(entities);
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
    const { client, calculator, portfolio, scores } = await open([
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

  it('mark a change of the formula, and leave days before it as they were', async () => {
    const { client, calculator, scores } = await open();
    await seedFindings(client, [{ severity: 'critical' }]);
    const monthAgo = new Date(Date.now() - 40 * day);
    const serviceId = await seedService(client);
    await calculator.calculate(serviceId, monthAgo);
    await calculator.work();
    const [old] = (await scores.history(shop)).points;

    const settings = readFormula(
      new ConfigReader({ securityScore: { score: { halfLifeRisk: 10 } } }),
      slaDays,
    );
    expect(settings.version).toMatch(/^1-[0-9a-f]{6}$/);
    const store = FormulaStore.create({ client, settings });
    await store.announce();
    await store.announce();
    await ScoreCalculator.create({ client, formula: settings }).work();
    const { points, formulaChanges } = await scores.history(shop);
    expect(formulaChanges).toHaveLength(1);
    expect(points[0]).toEqual(old);
    expect(points.at(-1)).toMatchObject({ formulaVersion: settings.version });
    expect(points.at(-1)!.score).toBeLessThan(old.score);
    await expect(scores.get(shop)).resolves.toMatchObject({
      change28d: undefined,
    });
  });
});

describe('statistics', () => {
  it('are what happened, day by day', async () => {
    const { client } = await open();
    const daysAgo = (count: number) => new Date(Date.now() - count * day);
    const ids = await seedFindings(client, [
      { name: 'CVE-2026-1', severity: 'critical', at: daysAgo(10) },
      { name: 'CVE-2026-2', severity: 'high', at: daysAgo(3) },
    ]);
    await fix(client, [ids[0]]);
    const iso = (date: Date) => date.toISOString().slice(0, 10);
    const statistics = await StatisticsReader.create({ client }).read({
      from: iso(daysAgo(5)),
      to: iso(daysAgo(-1)),
    });
    expect(statistics.days.map(({ open: count }) => count)).toEqual([
      1, 1, 2, 2, 2, 1,
    ]);
    expect(statistics.timeToRemediate.critical).toMatchObject({ fixed: 1 });
    expect(statistics.timeToRemediate.critical.meanHours).toBeCloseTo(240, 0);
    expect(statistics.timeToRemediate.critical.medianHours).toBeCloseTo(240, 0);
    // Seven days were given, and ten taken.
    expect(statistics.withinSla.critical).toEqual({ due: 1, met: 0 });
  });
});

describe('readFormula', () => {
  it('is the published one without settings, and says what is wrong with them', () => {
    expect(readFormula(new ConfigReader({}), slaDays).version).toBe('1');
    const read = (score: object) => () =>
      readFormula(
        new ConfigReader({ securityScore: { score } } as never),
        slaDays,
      );
    expect(read({ weights: { luck: 1 } })).toThrow(
      'securityScore.score.weights.luck: there is no "luck"',
    );
    expect(read({ severityPoints: { high: -1 } })).toThrow(
      'found -1, expected 0 or more',
    );
    expect(read({ halfLifeRisk: 0 })).toThrow('expected more than 0');
  });
});
