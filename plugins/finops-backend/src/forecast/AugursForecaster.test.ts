import { mockServices } from '@backstage/backend-test-utils';
import { createAugursForecaster } from './AugursForecaster';

describe('createAugursForecaster', () => {
  it('goes on with a week and a trend', async () => {
    const logger = mockServices.logger.mock();
    const value = (index: number) => 100 + index + (index % 7 === 0 ? 50 : 0);
    const values = Array.from({ length: 140 }, (_, index) => value(index));
    const [points, flat] = await createAugursForecaster({ logger })([
      { values, horizon: 14 },
      { values: Array(60).fill(0), horizon: 3 },
    ]);
    expect(logger.warn).not.toHaveBeenCalled();
    expect(points).toHaveLength(14);
    points?.forEach((point, index) => {
      expect(Math.abs(point - value(140 + index))).toBeLessThan(10);
    });
    flat?.forEach(point => expect(point).toBeCloseTo(0));
  });
});
