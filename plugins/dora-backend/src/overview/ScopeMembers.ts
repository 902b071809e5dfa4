import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { NotFoundError, ResponseError } from '@backstage/errors';
import { wholeCompany } from '@portal/plugin-dora-common';
import type { Interval } from '@portal/plugin-org-history-common';
import type { OrgHistoryService } from '@portal/plugin-org-history-node';
import type { Span } from '../database/DeliveryStore';

/** The components of a scope in a period, and when they belonged. */
export type Members = {
  /** Those that belong at the end of the period. */
  current: string[];
  intervals: { entityRef: string; intervals: Interval[] }[];
};

/** What is asked of the history of ownership. */
export type MembersQuestion = {
  scope: string;
  period: Span;
  /** Take who belongs now for the whole period. */
  asOfNow: boolean;
};

/** Decisions about who may see what hold this long, and so do their answers. */
const usualLifetime = 10_000;
const mostAnswers = 500;

type Answer = { at: number; members: Promise<Members> };

/**
 * Finds out which components belong to a scope, in the name of the caller: the history of ownership leaves out what the caller
 * does not see. Answers are kept for some seconds, since a page asks several times.
 */
export class ScopeMembers {
  readonly #auth: AuthService;
  readonly #history: Pick<OrgHistoryService, 'membersOf'>;
  readonly #now: () => number;
  readonly #answers = new Map<string, Answer>();

  private constructor(options: ScopeMembersOptions) {
    this.#auth = options.auth;
    this.#history = options.history;
    this.#now = options.now ?? Date.now;
  }

  static create(options: ScopeMembersOptions): ScopeMembers {
    return new ScopeMembers(options);
  }

  async membersOf(
    credentials: BackstageCredentials,
    question: MembersQuestion,
  ): Promise<Members> {
    const key = JSON.stringify([this.#callerOf(credentials), question]);
    const known = this.#answers.get(key);
    if (known && this.#now() - known.at < usualLifetime) {
      return known.members;
    }
    const answer = {
      at: this.#now(),
      members: this.#ask(credentials, question),
    };
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    this.#forgetOld();
    // A failure is not kept.
    answer.members.catch(() => this.#answers.delete(key));
    return answer.members;
  }

  /** They are in the order of their time, and may be large. */
  #forgetOld(): void {
    for (const [key, { at }] of this.#answers) {
      const isOld = this.#now() - at >= usualLifetime;
      if (!isOld && this.#answers.size <= mostAnswers) {
        return;
      }
      this.#answers.delete(key);
    }
  }

  #callerOf(credentials: BackstageCredentials): string {
    if (this.#auth.isPrincipal(credentials, 'user')) {
      return credentials.principal.userEntityRef;
    }
    return this.#auth.isPrincipal(credentials, 'service')
      ? `service ${credentials.principal.subject}`
      : 'none';
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
      intervals: members.map(({ ref, intervals }) => ({
        entityRef: ref,
        intervals,
      })),
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
