import { InputError } from '@backstage/errors';
import { mergeReports } from '@portal/plugin-dora-common';
import fc from 'fast-check';
import type { ParsedDelivery, ReportDelivery, ReportParser } from '../Parser';
import { arbitraryMutation } from './arbitraryMutation';

/** Random and mutated payloads give facts in good form or an `InputError`, and never anything else. */
export function expectRobust(options: {
  parse: ReportParser;
  delivery: ReportDelivery;
  numRuns?: number;
}): void {
  const { parse, delivery, numRuns = 300 } = options;
  const body = fc.oneof(
    { weight: 4, arbitrary: arbitraryMutation(delivery.body) },
    { weight: 1, arbitrary: fc.jsonValue() },
    { weight: 1, arbitrary: fc.string() },
  );
  fc.assert(
    fc.property(body, mutated => {
      // As it comes over the network: JSON has neither holes in its lists nor anything undefined in them.
      const sent = JSON.parse(JSON.stringify(mutated) ?? 'null');
      const parsed = parseOrRefuse(parse, { ...delivery, body: sent });
      if (parsed) {
        expectGoodForm(parsed, Date.parse(delivery.receivedAt));
      }
    }),
    { numRuns },
  );
}

/** What a parser says, or nothing where it fails with an `InputError`. */
export function parseOrRefuse(
  parse: ReportParser,
  delivery: ReportDelivery,
): ParsedDelivery | undefined {
  try {
    return parse(delivery);
  } catch (error) {
    if (!(error instanceof InputError)) {
      throw error;
    }
    expect(error.message).not.toMatch(/\p{Cc}/u);
    return undefined;
  }
}

/** What holds for every fact of every sender. */
export function expectGoodForm(parsed: ParsedDelivery, now: number): void {
  const { facts, ignored, rejected } = parsed;
  expect(facts.length > 0 || ignored !== undefined || !rejected).toBe(true);
  for (const fact of facts) {
    expect(fact.id.startsWith(fact.source)).toBe(true);
    expect(Number.isSafeInteger(fact.updatedAt)).toBe(true);
    expect(Number.isFinite(fact.sequence)).toBe(true);
    for (const [name, value] of Object.entries(fact)) {
      if (name.endsWith('At') && value !== undefined) {
        expect(Number(value)).toBeGreaterThanOrEqual(Date.UTC(2000, 0, 1));
        expect(Number(value)).toBeLessThanOrEqual(now + 86_400_000);
      }
    }
    if (fact.kind === 'deployment') {
      expect(fact.result === undefined).toBe(fact.finishedAt === undefined);
    }
    if (fact.kind === 'incident') {
      expect(fact.status === 'resolved').toBe(fact.resolvedAt !== undefined);
    }
    expect(JSON.stringify(fact)).not.toMatch(/\\u00[01]|\\ud[89a-f]/i);
  }
  expect(mergeReports([...facts, ...facts])).toEqual(mergeReports(facts));
}
