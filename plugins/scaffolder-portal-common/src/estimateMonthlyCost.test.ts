import fc from 'fast-check';
import { environmentSizes, type EnvironmentChoice } from './EnvironmentChoice';
import { estimateMonthlyCost } from './estimateMonthlyCost';
import type { PriceList } from './PriceList';

const amount = fc
  .tuple(fc.nat(99_999), fc.nat(999_999_999))
  .map(([whole, rest]) => `${whole}.${String(rest).padStart(9, '0')}`);
const size = fc.record({
  vcpu: amount,
  memoryGib: amount,
  instances: fc.integer({ min: 0, max: 500 }),
});
const rate = fc.record(
  {
    vcpuMonth: amount,
    memoryGibMonth: amount,
    fixedMonth: amount,
    production: fc.boolean(),
    environment: fc.constantFrom('A', 'B', 'C'),
  },
  { requiredKeys: ['vcpuMonth', 'memoryGibMonth', 'fixedMonth'] },
);
const list: fc.Arbitrary<PriceList> = fc.record({
  currency: fc.constant('EUR'),
  date: fc.constant('2026-11-01'),
  source: fc.constant('example list'),
  sizes: fc.record({ small: size, medium: size, large: size }),
  rates: fc.array(rate, { maxLength: 4 }),
});
const choices: fc.Arbitrary<EnvironmentChoice[]> = fc.array(
  fc.record({
    ref: fc.string(),
    name: fc.constantFrom('A', 'b', 'C', 'D'),
    production: fc.boolean(),
    size: fc.constantFrom(...environmentSizes),
  }),
  { maxLength: 6 },
);

function cents(text: string): bigint {
  return BigInt(text.replace('.', ''));
}

describe('estimateMonthlyCost', () => {
  it('adds up to what is shown, whatever the order', () => {
    fc.assert(
      fc.property(choices, list, (chosen, prices) => {
        const { lines, total } = estimateMonthlyCost(chosen, prices);
        expect(total === undefined).toBe(lines.some(line => !line.monthly));
        const sum = lines.reduce(
          (all, line) => all + cents(line.monthly ?? '0'),
          0n,
        );
        expect(cents(total ?? String(sum))).toBe(sum);
        expect(total ?? '0.00').toMatch(/^\d+\.\d\d$/);
        expect(estimateMonthlyCost([...chosen].reverse(), prices).total).toBe(
          total,
        );
      }),
    );
  });

  it('is off by half a hundredth at most, by another way of calculating', () => {
    fc.assert(
      fc.property(size, rate, (meaning, { environment: _, ...price }) => {
        const [choice] = [
          { ref: '', name: 'A', production: !!price.production, size: 'small' },
        ] as EnvironmentChoice[];
        const prices: PriceList = {
          currency: 'EUR',
          date: '',
          source: '',
          sizes: { small: meaning, medium: meaning, large: meaning },
          rates: [price],
        };
        const { total } = estimateMonthlyCost([choice], prices);
        const billionths = (text: string) => BigInt(text.replace('.', ''));
        let exact = billionths(price.fixedMonth) * 1_000_000_000n;
        for (let index = 0; index < meaning.instances; index++) {
          exact += billionths(meaning.vcpu) * billionths(price.vcpuMonth);
          exact +=
            billionths(meaning.memoryGib) * billionths(price.memoryGibMonth);
        }
        const difference = exact - cents(total!) * 10n ** 16n;
        expect(difference < 5n * 10n ** 15n).toBe(true);
        expect(difference >= -5n * 10n ** 15n).toBe(true);
      }),
    );
  });

  it('never gets cheaper by one more environment or instance', () => {
    fc.assert(
      fc.property(choices, list, (chosen, prices) => {
        const { total } = estimateMonthlyCost(chosen, prices);
        if (total === undefined || chosen.length === 0) {
          return;
        }
        const fewer = estimateMonthlyCost(chosen.slice(1), prices).total!;
        expect(cents(fewer) <= cents(total)).toBe(true);
        const larger = structuredClone(prices);
        larger.sizes[chosen[0].size].instances++;
        const more = estimateMonthlyCost(chosen, larger).total!;
        expect(cents(more) >= cents(total)).toBe(true);
      }),
    );
  });

  it('takes the first rate that fits, exactly, and has no total where one has no price', () => {
    const meaning = { vcpu: '0.1', memoryGib: '0.2', instances: 3 };
    const prices: PriceList = {
      currency: 'EUR',
      date: '2026-11-01',
      source: 'example list',
      sizes: { small: meaning, medium: meaning, large: meaning },
      rates: [
        {
          environment: 'perf1',
          vcpuMonth: '0',
          memoryGibMonth: '0',
          fixedMonth: '1.005',
        },
        {
          production: true,
          vcpuMonth: '10',
          memoryGibMonth: '1',
          fixedMonth: '0.10',
        },
      ],
    };
    const choice = (name: string, production: boolean): EnvironmentChoice => ({
      ref: `resource:default/${name.toLowerCase()}`,
      name,
      production,
      size: 'small',
    });
    const chosen = [choice('PERF1', true), choice('PROD1', true)];
    expect(estimateMonthlyCost(chosen, prices)).toMatchObject({
      lines: [{ monthly: '1.01' }, { monthly: '3.70' }],
      total: '4.71',
    });
    const more = estimateMonthlyCost(
      [...chosen, choice('DEV1', false)],
      prices,
    );
    expect(more.total).toBeUndefined();
    expect(more.lines[2]).not.toHaveProperty('monthly');
    expect(estimateMonthlyCost([], prices)).toMatchObject({ total: '0.00' });
  });
});
