import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readPrices } from './readPrices';

const size = { vcpu: 0.5, memoryGib: '1', instances: 1 };
const prices = {
  currency: 'EUR',
  date: '2026-11-01',
  source: 'a list',
  sizes: { small: size, medium: size, large: size },
  rates: [{ environment: 'DEV1', vcpuMonth: 10, memoryGibMonth: '2.50' }],
};

function read(list?: JsonObject) {
  return readPrices(new ConfigReader({ scaffolderPortal: { prices: list } }));
}

describe('readPrices', () => {
  it('reads amounts as text, whether quoted or not', () => {
    expect(read(prices)).toMatchObject({
      sizes: { large: { vcpu: '0.5', memoryGib: '1', instances: 1 } },
      rates: [
        {
          environment: 'DEV1',
          vcpuMonth: '10',
          memoryGibMonth: '2.50',
          fixedMonth: '0',
        },
      ],
    });
    expect(read()).toBeUndefined();
  });

  it.each([
    [{ currency: 'euro' }, /currency: found 'euro'/],
    [{ date: '1 November' }, /date: found '1 November'/],
    [{ date: '2026-13-40' }, /date: found '2026-13-40'/],
    [
      { rates: [{ vcpuMonth: '-1', memoryGibMonth: '1' }] },
      /rates\[0\].vcpuMonth: found '-1'/,
    ],
    [
      { sizes: { ...prices.sizes, large: { ...size, instances: 1.5 } } },
      /sizes.large.instances: found 1.5/,
    ],
    [{ sizes: { small: size } }, /sizes.medium/],
  ])('refuses %j', (change, message) => {
    expect(() => read({ ...prices, ...change })).toThrow(message);
  });
});
