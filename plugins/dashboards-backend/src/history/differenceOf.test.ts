import fc from 'fast-check';
import { differenceOf } from './differenceOf';

it('marks what was added and removed, and has lines in common once', () => {
  expect(differenceOf('a\nb\nc\n', 'a\nx\nc\n')).toEqual([
    { change: 'same', text: 'a' },
    expect.anything(),
    expect.anything(),
    { change: 'same', text: 'c' },
  ]);
  expect(differenceOf('a\nb\nc\n', 'a\nx\nc\n').slice(1, 3)).toEqual(
    expect.arrayContaining([
      { change: 'removed', text: 'b' },
      { change: 'added', text: 'x' },
    ]),
  );
  expect(differenceOf('', 'a\n')).toEqual([{ change: 'added', text: 'a' }]);
});

it('holds both texts', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', '', 'widget: x'));
  fc.assert(
    fc.property(text, text, (old, current) => {
      // A text ends with its last line; nothing has no line.
      const textOf = (lines: string[]) =>
        lines.map(line => `${line}\n`).join('');
      const lines = differenceOf(textOf(old), textOf(current));
      const without = (change: string) =>
        lines.filter(line => line.change !== change).map(line => line.text);
      expect(without('added')).toEqual(old);
      expect(without('removed')).toEqual(current);
    }),
  );
});

it('does not spend its memory on texts without a common line', () => {
  const many = (mark: string) =>
    Array.from({ length: 20_000 }, (_, line) => `${mark}${line}\n`).join('');
  expect(differenceOf(many('a'), many('b'))).toHaveLength(40_000);
});
