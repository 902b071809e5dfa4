import fc from 'fast-check';

const strange = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    0,
    -1,
    Infinity,
    1e21,
    '1999-12-31T00:00:00Z',
    '2999-01-01T00:00:00Z',
    '\u0000',
    'x'.repeat(3000),
    true,
    [],
    {},
    [null],
    '__proto__',
  ),
  fc.jsonValue(),
);

/** A payload in which a few values, at any depth, are gone or became something else. */
export function arbitraryMutation(payload: unknown): fc.Arbitrary<unknown> {
  const paths = pathsOf(payload, []);
  const change = fc.record({
    path: fc.constantFrom(...paths),
    value: fc.option(strange, { nil: undefined }),
  });
  return fc
    .array(change, { minLength: 1, maxLength: 3 })
    .map(changes =>
      changes.reduce(
        (result, { path, value }) => replaced(result, path, value),
        payload,
      ),
    );
}

function pathsOf(value: unknown, path: string[]): string[][] {
  return typeof value === 'object' && value !== null
    ? [
        path,
        ...Object.entries(value).flatMap(([name, each]) =>
          pathsOf(each, [...path, name]),
        ),
      ]
    : [path];
}

function replaced(target: unknown, path: string[], value: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) {
    return value;
  }
  if (typeof target !== 'object' || target === null) {
    return target;
  }
  const copy: Record<string, unknown> | unknown[] = Array.isArray(target)
    ? [...target]
    : { ...target };
  const fields = copy as Record<string, unknown>;
  fields[name] = replaced(fields[name], rest, value);
  return copy;
}
