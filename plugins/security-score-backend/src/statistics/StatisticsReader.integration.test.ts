import { day, fixFindings, openScores } from '../__testUtils__/openScores';
import { seedFindings } from '../__testUtils__/seedFindings';
import { StatisticsReader } from './StatisticsReader';

describe('statistics', () => {
  it('are what happened, day by day', async () => {
    const { client } = await openScores();
    const daysAgo = (count: number) => new Date(Date.now() - count * day);
    const ids = await seedFindings(client, [
      { name: 'CVE-2026-1', severity: 'critical', at: daysAgo(10) },
      { name: 'CVE-2026-2', severity: 'high', at: daysAgo(3) },
    ]);
    await fixFindings(client, [ids[0]]);
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
