import { ConfigReader } from '@backstage/config';
import { day, openScores, shop, slaDays } from '../__testUtils__/openScores';
import { seedFindings, seedService } from '../__testUtils__/seedFindings';
import { FormulaStore } from './FormulaStore';
import { readFormula } from './readFormula';
import { ScoreCalculator } from './ScoreCalculator';

describe('scores', () => {
  it('mark a change of the formula, and leave days before it as they were', async () => {
    const { client, calculator, scores } = await openScores();
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
