import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { ReportedCheck } from '@portal/plugin-service-health-common';
import type { CheckStore } from '../database/CheckStore';
import { minuteOf } from '../database/hourMasks';
import type { ResultStore } from '../database/ResultStore';

const dayMs = 86_400_000;
const oldest = 400 * dayMs;
const tolerated = 5 * 60_000;

/** Takes in what external checkers found. */
export class CheckImporter {
  readonly #checks: CheckStore;
  readonly #results: ResultStore;

  private constructor(options: { checks: CheckStore; results: ResultStore }) {
    this.#checks = options.checks;
    this.#results = options.results;
  }

  static create(options: {
    checks: CheckStore;
    results: ResultStore;
  }): CheckImporter {
    return new CheckImporter(options);
  }

  /** All or nothing; the same again changes nothing. Answers how many states changed. */
  async take(
    reported: readonly ReportedCheck[],
    options: { demo: boolean },
  ): Promise<{ accepted: number; changed: number }> {
    const now = Date.now();
    const items = reported.map((item, index) => ({
      ...item,
      entityRef: refOf(item.entityRef, index),
      minute: minuteOfReport(item, index, now),
    }));
    const ids = await this.#checks.ensureExternal(items, options.demo);
    const changed = await this.#results.record(
      items.map(({ minute, minutes = 1, state, latency, reason }, index) => ({
        checkId: ids[index],
        minute,
        minutes,
        at: minute,
        state,
        latency,
        reason,
      })),
    );
    return { accepted: items.length, changed };
  }
}

function refOf(text: string, index: number): string {
  try {
    return stringifyEntityRef(parseEntityRef(text));
  } catch {
    throw new InputError(
      `items[${index}].entityRef: found "${text}", expected such as component:default/shop`,
    );
  }
}

function minuteOfReport(
  { at, minutes = 1 }: ReportedCheck,
  index: number,
  now: number,
): Date {
  const time = Date.parse(at);
  if (!(time >= now - oldest && time <= now + tolerated)) {
    throw new InputError(
      `items[${index}].at: found "${at}", expected an ISO 8601 instant of the last 400 days`,
    );
  }
  const minute = minuteOf(new Date(time));
  if (minute.getTime() + (minutes - 1) * 60_000 > now + tolerated) {
    throw new InputError(
      `items[${index}].minutes: ${minutes} minutes from ${at} reach into the future`,
    );
  }
  return minute;
}
