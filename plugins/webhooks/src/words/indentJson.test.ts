import fc from 'fast-check';
import { indentJson } from './indentJson';

it('writes JSON as everybody expects it', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), text => {
      const value: unknown = JSON.parse(text);
      const compact = JSON.stringify(value);
      const wide = JSON.stringify(value, undefined, 7);
      const expected = JSON.stringify(value, undefined, 2);
      expect(indentJson(compact)).toEqual({ text: expected, isCut: false });
      expect(indentJson(wide).text).toBe(expected);
    }),
  );
});

it('keeps every digit, and stops where it is told', () => {
  const text = '{"id":12345678901234567890.10,"text":"a, b: {\\"c\\"}"}';
  expect(indentJson(text).text).toBe(
    '{\n  "id": 12345678901234567890.10,\n  "text": "a, b: {\\"c\\"}"\n}',
  );
  fc.assert(
    fc.property(fc.string(), fc.nat(40), (any, maxLength) => {
      const cut = indentJson(any, maxLength);
      expect(cut.text.length).toBeLessThanOrEqual(maxLength);
      expect(indentJson(any).text.startsWith(cut.text)).toBe(true);
    }),
  );
});
