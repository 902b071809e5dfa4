import fc from 'fast-check';
import { layOut, type Box } from './layOut';

const overlap = (one: Box, other: Box) =>
  Math.max(
    0,
    Math.min(one.x + one.width, other.x + other.width) -
      Math.max(one.x, other.x),
  ) *
  Math.max(
    0,
    Math.min(one.y + one.height, other.y + other.height) -
      Math.max(one.y, other.y),
  );

it('gives each value its share of the room, and nothing twice', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 1_000_000 }), {
        minLength: 1,
        maxLength: 40,
      }),
      fc.integer({ min: 100, max: 2_000 }),
      fc.integer({ min: 100, max: 2_000 }),
      (given: number[], width: number, height: number) => {
        const values = [...given].sort((a, b) => b - a);
        const total = values.reduce((sum, value) => sum + value, 0);
        const room = width * height;
        const boxes = layOut(values, { x: 0, y: 0, width, height });
        expect(boxes).toHaveLength(values.length);
        boxes.forEach((box, index) => {
          expect(box.width * box.height).toBeCloseTo(
            (values[index] / total) * room,
            3,
          );
          expect(box.x + box.width).toBeLessThanOrEqual(width + 1e-6);
          expect(box.y + box.height).toBeLessThanOrEqual(height + 1e-6);
          for (const other of boxes.slice(index + 1)) {
            expect(overlap(box, other)).toBeLessThan(1e-3);
          }
        });
      },
    ),
  );
});
