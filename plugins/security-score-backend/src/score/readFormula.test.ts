import { ConfigReader } from '@backstage/config';
import { readFormula } from './readFormula';

const slaDays = { critical: 7, high: 30, medium: 90, low: 180 };

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
