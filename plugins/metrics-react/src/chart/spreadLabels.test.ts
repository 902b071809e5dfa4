import fc from 'fast-check';
import { spreadLabels } from './spreadLabels';

const room = { gap: 14, from: 10, to: 210 };

it('leaves alone what does not overlap, and parts what does', () => {
  expect(spreadLabels([], room)).toEqual([]);
  expect(spreadLabels([100, 50, 200], room)).toEqual([100, 50, 200]);
  expect(spreadLabels([100, 100], room)).toEqual([93, 107]);
  expect(spreadLabels([210, 210, 208], room)).toEqual([196, 210, 182]);
  expect(spreadLabels([10, 12], room)).toEqual([10, 24]);
});

it('keeps the order, the distance and the bounds', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 10, max: 210 }), { maxLength: 14 }),
      wanted => {
        const placed = spreadLabels(wanted, room);
        const order = wanted
          .map((_, index) => index)
          .sort((one, other) => placed[one] - placed[other]);
        const middles = order.map(index => placed[index]);
        const gaps = middles.slice(1).map((at, index) => at - middles[index]);
        expect(Math.min(...middles, 10)).toBeGreaterThan(9.999);
        expect(Math.max(...middles, 210)).toBeLessThan(210.001);
        expect(Math.min(...gaps, 14)).toBeGreaterThan(13.999);
        expect(order.map(index => wanted[index])).toEqual(
          [...wanted].sort((one, other) => one - other),
        );
      },
    ),
  );
});
