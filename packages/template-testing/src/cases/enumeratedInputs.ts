import type { JsonObject, JsonValue } from '@backstage/types';
import type { Factor } from './pairwise';

type Schema = Record<string, unknown>;

/**
 * The inputs of a template whose values are enumerated: `enum` and booleans, also those that `if`/`then`/`else` or
 * `dependencies` with `oneOf` ask for only with certain values of one other input. Deeper conditions are left out.
 */
export function enumeratedInputs(
  parameters: JsonObject | JsonObject[] | undefined,
): Factor[] {
  const pages = [parameters ?? []].flat() as Schema[];
  const factors: Factor[] = [];
  // All pages are asked, so plain inputs come first: a condition may name one of an earlier page.
  for (const page of pages) {
    factors.push(...factorsOf(page.properties));
  }
  for (const page of pages) {
    for (const { properties, when } of conditionalParts(page, factors)) {
      const known = new Set(factors.map(({ name }) => name));
      factors.push(
        ...factorsOf(properties)
          .filter(({ name }) => !known.has(name))
          .map(factor => ({ ...factor, when })),
      );
    }
  }
  return factors;
}

/** The names of all inputs that only some values of another input ask for. */
export function conditionalInputs(
  parameters: JsonObject | JsonObject[] | undefined,
): string[] {
  const pages = [parameters ?? []].flat() as Schema[];
  const plain = new Set(pages.flatMap(page => keysOf(page.properties)));
  return pages
    .flatMap(page => branchesOf(page))
    .flatMap(({ properties }) => keysOf(properties))
    .filter(name => !plain.has(name));
}

interface Part {
  properties: unknown;
  when: NonNullable<Factor['when']>;
}

function conditionalParts(page: Schema, factors: Factor[]): Part[] {
  return branchesOf(page).flatMap(({ properties, condition, negate }) => {
    const named = Object.entries(asSchema(condition)).filter(
      ([name, schema]) =>
        valuesOf(schema) && factors.some(f => f.name === name),
    );
    if (named.length !== 1) {
      return [];
    }
    const [[name, schema]] = named;
    const chosen = valuesOf(schema) ?? [];
    const all = factors.find(factor => factor.name === name)?.values ?? [];
    const values = all.filter(value => chosen.includes(value) !== negate);
    return values.length
      ? [{ properties, when: { factor: name, values } }]
      : [];
  });
}

interface Branch {
  properties: unknown;
  /** The properties whose values decide. */
  condition: unknown;
  negate: boolean;
}

function branchesOf(page: Schema): Branch[] {
  const rules = [page, ...asList(page.allOf)];
  const conditions = rules.flatMap(rule => {
    const condition = asSchema(rule.if).properties;
    return [
      { properties: asSchema(rule.then).properties, condition, negate: false },
      { properties: asSchema(rule.else).properties, condition, negate: true },
    ];
  });
  const dependencies = Object.entries(asSchema(page.dependencies)).flatMap(
    ([name, dependency]) =>
      asList(asSchema(dependency).oneOf).map(branch => {
        const { [name]: decisive, ...properties } = asSchema(branch.properties);
        return { properties, condition: { [name]: decisive }, negate: false };
      }),
  );
  return [...conditions, ...dependencies];
}

function factorsOf(properties: unknown): Factor[] {
  return Object.entries(asSchema(properties)).flatMap(([name, schema]) => {
    const values = valuesOf(schema);
    return values?.length ? [{ name, values }] : [];
  });
}

function valuesOf(schema: unknown): JsonValue[] | undefined {
  const { enum: choices, type, const: only } = asSchema(schema);
  if (Array.isArray(choices)) {
    return choices.filter(isScalar);
  }
  if (only !== undefined && isScalar(only)) {
    return [only];
  }
  return type === 'boolean' ? [true, false] : undefined;
}

function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function asSchema(value: unknown): Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Schema)
    : {};
}

function asList(value: unknown): Schema[] {
  return Array.isArray(value) ? value.map(asSchema) : [];
}

function keysOf(value: unknown): string[] {
  return Object.keys(asSchema(value));
}
