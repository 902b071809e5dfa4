import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { NotFoundError, ResponseError } from '@backstage/errors';
import { callerOf, decisionLifetime, TtlCache } from '@portal/backend-access';
import { wholeCompany } from '@portal/plugin-dora-common';
import type { OrgHistoryService } from '@portal/plugin-org-history-node';
import type { Span } from '../database/DeliveryStore';
import { splitMembers, type SplitMembers } from './memberDays';

/** The components of a scope in a period, and when they belonged. */
export type Members = SplitMembers & {
  /** Those that belong at the end of the period. */
  current: string[];
};

/** What is asked of the history of ownership. */
export type MembersQuestion = {
  scope: string;
  period: Span;
  /** Take who belongs now for the whole period. */
  asOfNow: boolean;
};

/**
 * Finds out which components belong to a scope, in the name of the caller: the history of ownership leaves out what the caller
 * does not see. Answers are kept for some seconds, since a page asks several times.
 */
export class ScopeMembers {
  readonly #auth: AuthService;
  readonly #history: Pick<OrgHistoryService, 'membersOf'>;
  readonly #now: () => number;
  readonly #answers: TtlCache<Members>;

  private constructor(options: ScopeMembersOptions) {
    this.#auth = options.auth;
    this.#history = options.history;
    this.#now = options.now ?? Date.now;
    this.#answers = TtlCache.create({
      lifetime: decisionLifetime,
      now: options.now,
    });
  }

  static create(options: ScopeMembersOptions): ScopeMembers {
    return new ScopeMembers(options);
  }

  async membersOf(
    credentials: BackstageCredentials,
    question: MembersQuestion,
  ): Promise<Members> {
    const key = JSON.stringify([callerOf(credentials), question]);
    return this.#answers.get(key, () => this.#ask(credentials, question));
  }

  async #ask(
    credentials: BackstageCredentials,
    question: MembersQuestion,
  ): Promise<Members> {
    const { scope, period, asOfNow } = question;
    const isService = this.#auth.isPrincipal(credentials, 'service');
    const [{ members }] = await this.#history
      .membersOf(
        {
          scopes: [scope],
          from: new Date(period.from).toISOString(),
          to: new Date(period.to).toISOString(),
          ...(asOfNow && { asOf: 'now' }),
        },
        // A token that is restricted to this plugin can't be passed on.
        isService ? undefined : { credentials },
      )
      .catch((error: unknown) => {
        throw isNotFound(error) ? unknownScope(scope) : error;
      });
    const last = Math.min(period.to, this.#now());
    return {
      ...splitMembers(members, period),
      current: members
        .filter(({ intervals }) =>
          intervals.some(
            ({ to }) => to === undefined || Date.parse(to) >= last,
          ),
        )
        .map(({ ref }) => ref),
    };
  }
}

/** What {@link ScopeMembers} asks. */
export type ScopeMembersOptions = {
  auth: AuthService;
  history: Pick<OrgHistoryService, 'membersOf'>;
  now?: () => number;
};

/** Whether a scope holds every component. */
export function isWholeCompany(scope: string): boolean {
  return scope === wholeCompany;
}

function isNotFound(error: unknown): boolean {
  return error instanceof ResponseError && error.statusCode === 404;
}

function unknownScope(scope: string): NotFoundError {
  return new NotFoundError(
    `There is no ${scope} in the catalog that you can see; check its kind, namespace and name`,
  );
}
