import { randomUUID } from 'node:crypto';
import { scoreOf } from '@portal/plugin-security-score-common';
import {
  day,
  fixFindings,
  openScores,
  shop,
} from '../__testUtils__/openScores';
import { seedFindings, seedService } from '../__testUtils__/seedFindings';
import { DatabasePracticeWriter } from './DatabasePracticeWriter';

describe('scores', () => {
  it('leave a service that nobody reported on without one, and never average it', async () => {
    const { portfolio, scores } = await openScores();
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
    const { client, calculator, gains, scores } = await openScores();
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

    await fixFindings(client, [ids[0]]);
    await calculator.work();
    const after = await scores.get(shop);
    expect(after.score! - before.score!).toBeCloseTo(all.get(ids[0])!, 1);
    expect(all.get(ids[0])!).toBeGreaterThan(all.get(ids[2])!);
    // Who is fixed gains nothing more.
    await expect(gains.of([ids[0]])).resolves.toEqual(new Map());
  });

  it('plan one upgrade for what it fixes together, and come to what it says', async () => {
    const { client, calculator, scores, upgrades } = await openScores();
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
    await fixFindings(client, ids.slice(0, 2));
    await calculator.work();
    const { score } = await scores.get(shop);
    expect(score).toBeCloseTo(plan.scoreAfterAll!, 1);
  });

  it('count practices, and what is unknown lowers the coverage and not the number', async () => {
    const { client, calculator, scores } = await openScores();
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
});
