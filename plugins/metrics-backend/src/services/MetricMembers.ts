import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  InputError,
  NotAllowedError,
  NotFoundError,
  ResponseError,
} from '@backstage/errors';
import type { CatalogAccess } from '@portal/backend-access';
import {
  dayName,
  dayOfInstant,
  type MetricSubjects,
} from '@portal/plugin-metrics-common';
import type { Interval } from '@portal/plugin-org-history-common';
import type { OrgHistoryService } from '@portal/plugin-org-history-node';
import { parseRef } from './parse';

/** A component of a scope and the days `[from, to)` that it counts for it. */
export type ScopeMember = {
  entityRef: string;
  days: Array<{ from: number; to: number }>;
};

/** Says which entities a question is about, as far as the caller sees them. */
export class MetricMembers {
  readonly #entities: CatalogAccess;
  readonly #orgHistory: OrgHistoryService;

  private constructor(options: MetricMembersOptions) {
    this.#entities = options.entityAccess;
    this.#orgHistory = options.orgHistory;
  }

  static create(options: MetricMembersOptions): MetricMembers {
    return new MetricMembers(options);
  }

  /**
   * The entities that were named, or the components that belonged to the scope at the end of the day. Of what the caller
   * does not see there are no values, as if nothing had been reported.
   */
  async subjects(
    credentials: BackstageCredentials,
    request: MetricSubjects,
    day: number,
  ): Promise<{ entityRefs: string[]; isVisible(ref: string): boolean }> {
    const { entityRefs, scope, asOf } = request;
    if ((entityRefs === undefined) === (scope === undefined)) {
      throw new InputError(
        'entityRefs and scope: expected one of both; name entities, or a scope whose components are meant',
      );
    }
    if (scope !== undefined) {
      const span = { from: day, to: day + 1 };
      const [members] = await this.ofScopes(credentials, [scope], span, asOf);
      const refs = members.map(member => member.entityRef);
      return { entityRefs: refs, isVisible: () => true };
    }
    const refs = (entityRefs ?? []).map((ref, index) =>
      parseRef(`entityRefs[${index}]`, ref),
    );
    const visible = await this.#entities.visible(credentials, refs);
    return { entityRefs: refs, isVisible: ref => visible?.has(ref) ?? true };
  }

  /**
   * For each scope, in their order, its components and the days that count for it.
   *
   * @remarks
   *
   * A day belongs to whom the component belonged at its end, so that every day belongs to one owner and the figures of
   * the owners add to that of all.
   */
  async ofScopes(
    credentials: BackstageCredentials,
    scopes: string[],
    period: { from: number; to: number },
    asOf?: string,
  ): Promise<ScopeMember[][]> {
    const request = {
      scopes,
      from: dayName(period.from),
      to: dayName(period.to),
      ...(asOf !== undefined && { asOf }),
    };
    const found = await this.#ask(credentials, request);
    return found.map(({ members }) =>
      members
        .map(({ ref, intervals }) => ({
          entityRef: ref,
          days: intervals
            .map(interval => toDays(interval, period))
            .filter(({ from, to }) => from < to),
        }))
        .filter(({ days }) => days.length),
    );
  }

  async #ask(
    credentials: BackstageCredentials,
    request: Parameters<OrgHistoryService['membersOf']>[0],
  ) {
    try {
      return await this.#orgHistory.membersOf(request, {
        credentials: await this.#entities.passOn(credentials),
      });
    } catch (error) {
      throw error instanceof ResponseError ? ofResponse(error) : error;
    }
  }
}

/** What {@link MetricMembers} asks. */
export type MetricMembersOptions = {
  entityAccess: CatalogAccess;
  orgHistory: OrgHistoryService;
};

/** The asked period is whole days, so that only what begins or ends within is cut to days. */
function toDays(
  interval: Interval,
  period: { from: number; to: number },
): { from: number; to: number } {
  const from = interval.from && dayOfInstant(Date.parse(interval.from));
  const to = interval.to && dayOfInstant(Date.parse(interval.to));
  return {
    from: Math.max(period.from, from || period.from),
    to: Math.min(period.to, to || period.to),
  };
}

/** The caller's mistake stays the caller's mistake, with the words that say what it is. */
function ofResponse(error: ResponseError): Error {
  const { message } = error.cause;
  switch (error.statusCode) {
    case 400:
      return new InputError(message);
    case 403:
      return new NotAllowedError(message);
    case 404:
      return new NotFoundError(message);
    default:
      return error;
  }
}
