import fc from 'fast-check';
import { adviceOf, middle, serviceReturn } from './serviceReturn';

const meets = { delivery: 'meets', security: 'meets' } as const;

describe('the return of a service', () => {
  it('is what it is worth above its cost, over its cost', () => {
    expect(
      serviceReturn({
        value: '300',
        isDeclared: true,
        cloud: '40',
        people: '60',
        costDays: 365,
        standings: { ...meets, cost: 'below', documentation: 'unmeasured' },
      }),
    ).toEqual({
      cost: '100',
      roi: 2,
      fitness: 2 / 3,
      advice: 'invest',
      confidence: 'high',
      confidenceReason: 'worth, cloud and people are known of a year',
    });
  });

  it('is not known without a worth, a cost, or where nothing is spent', () => {
    const facts = { costDays: 365, standings: meets };
    expect(serviceReturn({ ...facts, cloud: '5' })).not.toHaveProperty('roi');
    expect(serviceReturn({ ...facts, value: '5' })).not.toHaveProperty('roi');
    expect(
      serviceReturn({ ...facts, value: '5', cloud: '0' }),
    ).not.toHaveProperty('roi');
    expect(serviceReturn({ ...facts, cloud: '5' }).confidence).toBe('none');
  });

  it('is doubted for what is missing', () => {
    const facts = {
      value: '10',
      isDeclared: true,
      cloud: '5',
      people: '5',
      costDays: 365,
      standings: meets,
    };
    const { people, ...withoutPeople } = facts;
    expect(serviceReturn(withoutPeople)).toMatchObject({
      confidence: 'medium',
      confidenceReason: 'its owner has no rate of people',
    });
    expect(serviceReturn({ ...withoutPeople, costDays: 90 })).toMatchObject({
      confidence: 'low',
      confidenceReason:
        'its owner has no rate of people, cost is known of 90 days',
    });
    expect(serviceReturn({ ...facts, isDeclared: false }).confidence).toBe(
      'medium',
    );
  });

  it('has an advice wherever the plane has a point, and gets no better when it is worth less', () => {
    const worth = ['eliminate', 'migrate', 'tolerate', 'invest'];
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: -1, max: 10, noNaN: true }),
        fc.double({ min: 0, max: 5, noNaN: true }),
        (fitness, roi, less) => {
          const before = adviceOf(fitness, roi);
          const after = adviceOf(fitness, roi - less);
          expect(worth).toContain(before);
          // A service does not become worth building on by bringing less.
          expect(['invest', 'migrate'].includes(after)).toBe(
            roi - less >= middle.roi,
          );
        },
      ),
    );
  });
});
