import { InputError } from '@backstage/errors';
import fc from 'fast-check';
import { elementPosition } from './elementPosition';
import { JsonSplitter } from './JsonSplitter';

const streams = ['a', 'b[*].c', 'b[*].d.e', '$'];

function split(
  content: string | Buffer,
  paths: string[],
  size = 7,
  limits?: Parameters<typeof JsonSplitter.create>[2],
) {
  const elements: Array<[string, unknown]> = [];
  const twice: string[] = [];
  const splitter = JsonSplitter.create(
    paths,
    {
      element: (path, value) => elements.push([elementPosition(path), value]),
      twice: position => twice.push(position),
    },
    limits,
  );
  const bytes = Buffer.from(content);
  for (let from = 0; from < bytes.length; from += size) {
    splitter.write(bytes.subarray(from, from + size));
  }
  return { rest: splitter.end(), elements, twice };
}

describe('JsonSplitter', () => {
  it('gives elements one by one, and the rest without them', () => {
    const text =
      '{"x":{"y":[1]},"b":[{"c":[1,{"q":"}"}],"z":2},{"d":{"e":["\\\\"]}}],"a":[]}';
    expect(split(text, ['a', 'b[*].c', 'b[*].d.e'])).toEqual({
      rest: { x: { y: [1] }, b: [{ c: [], z: 2 }, { d: { e: [] } }], a: [] },
      elements: [
        ['b[0].c[0]', 1],
        ['b[0].c[1]', { q: '}' }],
        ['b[1].d.e[0]', '\\'],
      ],
      twice: [],
    });
  });

  it('takes arrays, single values and values one after the other as elements of the document', () => {
    const elements = [
      ['$[0]', { v: 1 }],
      ['$[1]', { v: 2 }],
    ];
    expect(split('[{"v":1},{"v":2}]', ['$']).elements).toEqual(elements);
    expect(split('{"v":1}\n{"v":2}\n', ['$']).elements).toEqual(elements);
    expect(split('{"v":1}', ['$']).elements).toEqual(elements.slice(0, 1));
    expect(split('[{"v":[1,2]}]', ['$', '$[*].v']).elements).toEqual([
      ['$[0].v[0]', 1],
      ['$[0].v[1]', 2],
      ['$[0]', { v: [] }],
    ]);
    expect(() => split('{"v":1}{"v":2}', ['v'])).toThrow(
      'not valid JSON at byte 7: something follows the end',
    );
  });

  it('reads any document as JSON.parse does, wherever its pieces end', () => {
    const value = fc.jsonValue({ maxDepth: 3 });
    const document = fc.oneof(
      value,
      fc.record(
        {
          a: fc.oneof(fc.array(value), value),
          b: fc.oneof(
            fc.array(
              fc.oneof(
                fc.record(
                  {
                    c: fc.oneof(fc.array(value), value),
                    d: fc.oneof(fc.record({ e: fc.array(value) }), value),
                    __proto__: value,
                  },
                  { requiredKeys: [] },
                ),
                value,
              ),
            ),
            value,
          ),
          z: value,
        },
        { requiredKeys: [] },
      ),
    );
    fc.assert(
      fc.property(
        document,
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom(undefined, 1),
        (whole, size, indent) => {
          const text = JSON.stringify(whole, undefined, indent);
          const parsed = JSON.parse(text);
          expect(split(text, ['never'], size).rest).toEqual(parsed);
          const { elements, twice } = split(text, streams.slice(0, 3), size);
          expect(twice).toEqual([]);
          const expected: unknown[] = [];
          const visit = (list: unknown) =>
            Array.isArray(list) && expected.push(...list);
          for (const [key, member] of Object.entries(
            parsed && typeof parsed === 'object' && !Array.isArray(parsed)
              ? parsed
              : {},
          )) {
            if (key === 'a') {
              visit(member);
            } else if (key === 'b' && Array.isArray(member)) {
              for (const item of member) {
                for (const [inner, list] of Object.entries(
                  item && !Array.isArray(item) && typeof item === 'object'
                    ? item
                    : {},
                )) {
                  visit(
                    inner === 'c'
                      ? list
                      : inner === 'd' && (list as { e?: unknown } | null)?.e,
                  );
                }
              }
            }
          }
          expect(elements.map(([, element]) => element)).toEqual(expected);
        },
      ),
      { numRuns: 400 },
    );
  });

  it.each([
    ['nothing', '', 'is empty'],
    ['spaces', ' \n', 'is empty'],
    ['an open array', '{"a":[1,2', 'ends in the middle, after 9 bytes'],
    ['an open text', '{"a":["abc', 'in a[0]'],
    ['an open object', '{"z":1', 'ends in the middle'],
    ['words', '{"a":[truth]}', 'at byte 6'],
    ['a comma too many', '{"a":[1,]}', 'at byte 8: a value was expected'],
    ['no comma', '{"a":[1 2]}', 'at byte 8'],
    ['no colon', '{"a" [1]}', 'a colon was expected'],
    ['no key', '{1:2}', 'a key was expected'],
    ['brackets that differ', '{"a":[{"b":[}]]}', 'at byte'],
    ['the wrong end', '{"a":[1}', 'a comma or the end was expected'],
    ['more than the document', '{"a":[]} x', 'something follows'],
    ['a key twice', '{"a":[],"a":[]}', 'has the key "a" twice'],
    ['a key twice within', '{"z":{"k":1,"k":2}}', 'z has the same key twice'],
    ['too deep', `{"z":${'['.repeat(120)}`, 'more than 100 levels'],
    ['a control character', '{"a":["\u0001"]}', 'at byte'],
  ])('refuses %s', (_, text, message) => {
    for (const size of [1, 3, 100]) {
      expect(() => split(text, ['a'], size)).toThrow(InputError);
      expect(() => split(text, ['a'], size)).toThrow(message);
    }
  });

  it('tells an element that has a key twice, and goes on', () => {
    const { elements, twice } = split(
      '{"a":[{"k":1,"k":2},{"k":{"x":":"}},{"k":{"x":1,"x":1}}]}',
      ['a'],
    );
    expect(twice).toEqual(['a[0]', 'a[2]']);
    expect(elements).toEqual([['a[1]', { k: { x: ':' } }]]);
  });

  it('never tells what the document says in a message, and refuses what is huge', () => {
    const limits = { value: 1000, string: 50, depth: 100 };
    expect(() => split('{"a":["AKIASECRET" "x"]}', ['a'])).toThrow(
      expect.not.stringContaining('AKIA'),
    );
    expect(() => split('{"z":[AKIASECRET]}', ['a'])).toThrow(
      expect.objectContaining({
        message: expect.not.stringContaining('AKIA'),
      }),
    );
    expect(() =>
      split(`{"a":["${'x'.repeat(60)}"]}`, ['a'], 7, limits),
    ).toThrow('a[0] has a text of more than 50 bytes');
    expect(() =>
      split(`{"a":[[${'1,'.repeat(600)}1]]}`, ['a'], 7, limits),
    ).toThrow('a[0] has more than 1000 bytes');
  });
});
