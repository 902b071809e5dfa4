import fc from 'fast-check';
import { realisedSaving } from './realisedSaving';
import type { SavingFact } from './SavingFact';
import { findSavings, savingRules } from './savingRules';

function factOf(fact: Partial<SavingFact>): SavingFact {
  return {
    entityRef: 'component:default/shop',
    bucket: '',
    environment: 'production',
    currency: 'EUR',
    providerName: 'AWS',
    serviceCategory: 'Compute',
    serviceName: 'EC2',
    subAccountId: '123',
    resourceId: 'i-1',
    resourceName: '',
    resourceType: '',
    skuId: '',
    chargeCategory: 'Usage',
    chargeDescription: '',
    pricingCategory: 'Standard',
    commitmentDiscountId: '',
    commitmentDiscountStatus: '',
    tags: {},
    cost: '120',
    contractedCost: '120',
    days: 10,
    ...fact,
  };
}

/** 120 in 30 days are 121.67 a month of 365 / 12 days. */
const month = '121.67';
const found = (...facts: Array<Partial<SavingFact>>) =>
  findSavings(facts.map(factOf)).map(
    ({ ruleId, monthlySaving }) => `${ruleId} ${monthlySaving}`,
  );

describe('savingRules', () => {
  it('find what they say', () => {
    expect(found({})).toEqual([]);
    expect(found({ days: 20, consumedQuantity: '0.000' })).toEqual([
      `idle ${month}`,
    ]);
    expect(found({ days: 13, consumedQuantity: '0' })).toEqual([]);
    expect(found({ bucket: 'idle', entityRef: '', resourceId: '' })).toEqual([
      `idle ${month}`,
    ]);
    expect(found({ utilisation: 0.39 })).toEqual(['oversized 60.83']);
    expect(found({ utilisation: 0.4 })).toEqual([]);
    expect(
      found({
        chargeDescription: '$0.0464 per On Demand Linux t2.medium Hour',
      }),
    ).toEqual(['old-generation 12.17']);
    expect(found({ skuId: 'EBS:VolumeUsage.gp2' })).toEqual([
      'old-generation 24.33',
    ]);
    expect(found({ tags: { State: 'available' } })).toEqual([
      `unattached ${month}`,
    ]);
    expect(found({ skuId: 'ElasticIP:IdleAddress' })).toEqual([
      `unattached ${month}`,
    ]);
    expect(
      found({
        serviceCategory: 'Storage',
        chargeDescription: 'Standard storage, first 50 TB',
      }),
    ).toEqual(['no-lifecycle 30.42']);
    expect(
      found(
        {
          serviceCategory: 'Storage',
          chargeDescription: 'Standard storage',
        },
        { serviceCategory: 'Storage', chargeDescription: 'Glacier storage' },
      ),
    ).toEqual([]);
    expect(
      found({
        commitmentDiscountId: 'sp-1',
        commitmentDiscountStatus: 'Unused',
        pricingCategory: 'Committed',
      }),
    ).toEqual([`commitment-utilisation ${month}`]);
  });

  it('put what has no owner together by sub-account and service', () => {
    const untagged = { bucket: 'untagged', entityRef: '' };
    expect(
      found(
        { ...untagged, resourceId: 'a' },
        { ...untagged, resourceId: 'b' },
        { ...untagged, subAccountId: '9' },
      ),
    ).toEqual(['untagged 243.33', `untagged ${month}`]);
  });

  it('cover steady compute up to a target with the discount of the commitments that are there', () => {
    // 300 of 1000 are covered at a discount of 40 %: 400 more are to be.
    expect(
      found(
        {
          commitmentDiscountId: 'sp-1',
          commitmentDiscountStatus: 'Used',
          pricingCategory: 'Committed',
          cost: '180',
          contractedCost: '300',
          days: 30,
        },
        { cost: '700', days: 30 },
      ),
    ).toEqual(['commitment-coverage 162.22']);
    expect(found({ cost: '1000', days: 30 })).toEqual([
      'commitment-coverage 177.43',
    ]);
  });

  it('never promise more than is paid, and name each subject of a rule once', () => {
    const arbitraryFact = fc
      .record({
        cost: fc.integer({ min: -500, max: 5000 }).map(String),
        contractedCost: fc.integer({ min: 0, max: 5000 }).map(String),
        days: fc.integer({ min: 1, max: 30 }),
        bucket: fc.constantFrom('', 'idle', 'untagged'),
        resourceId: fc.constantFrom('', 'a', 'b'),
        skuId: fc.constantFrom('', 'gp2', 't2.micro'),
        serviceCategory: fc.constantFrom('Compute', 'Storage'),
        chargeDescription: fc.constantFrom('', 'Standard', 'unattached'),
        commitmentDiscountId: fc.constantFrom('', 'sp-1'),
        commitmentDiscountStatus: fc.constantFrom('', 'Used', 'Unused'),
        utilisation: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), {
          nil: undefined,
        }),
      })
      .map(factOf);
    fc.assert(
      fc.property(fc.array(arbitraryFact, { maxLength: 12 }), facts => {
        const positive = facts.reduce(
          (sum, { cost, contractedCost }) =>
            sum + Math.max(0, Number(cost), Number(contractedCost)),
          0,
        );
        const findings = findSavings(facts);
        for (const { monthlySaving } of findings) {
          expect(monthlySaving).toMatch(/^\d+\.\d\d$/);
          expect(Number(monthlySaving)).toBeLessThanOrEqual(
            (positive / 30) * (365 / 12) + 0.1,
          );
        }
        const keys = findings.map(({ ruleId, subject }) => ruleId + subject);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
    expect(new Set(savingRules.map(({ id }) => id)).size).toBe(
      savingRules.length,
    );
  });
});

describe('realisedSaving', () => {
  it('compares a day before with a day after', () => {
    const options = {
      before: '280',
      beforeDays: 28,
      after: '20',
      afterDays: 10,
    };
    expect(realisedSaving(options)).toEqual({
      before: '10.000000',
      after: '2.000000',
      monthly: '243.33',
      days: 10,
    });
    expect(realisedSaving({ ...options, afterDays: 6 })).toBeUndefined();
  });
});
