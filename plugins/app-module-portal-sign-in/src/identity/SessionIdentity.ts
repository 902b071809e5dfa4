import { toError } from '@backstage/errors';
import type {
  BackstageUserIdentity,
  IdentityApi,
  ProfileInfo,
} from '@backstage/frontend-plugin-api';
import type { Session, SessionSource } from './types';

/** A token is renewed when less than this is left, so that it does not run out on its way to the server. */
const RENEWAL_MARGIN_MS = 3 * 60 * 1000;

/**
 * How long it waits before it asks again for an earlier sign-in to be continued, where no answer came at all: a portal that is
 * restarted is back after some seconds. It also keeps a page that is being left, whose requests end without an answer, from
 * taking that for the end of the session.
 */
const RETRY_AFTER_MS = [500, 1_500, 4_000];

/**
 * The identity that the app works with, renewing its session when it is about to run out.
 *
 * @remarks
 *
 * It can be given to the app before the first session has arrived: the app then builds itself up while the request is
 * under way, and whoever asks for the identity waits for the answer. When that first request fails, nobody gets an
 * answer: `onLost` leads back to the sign-in page.
 */
export class SessionIdentity implements IdentityApi {
  static create(options: {
    source: SessionSource;
    /** The session that a sign-in has just brought; without it, an earlier sign-in is continued. */
    session?: Session;
    onLost: (error: unknown) => void;
    onSignedOut: () => void;
  }): SessionIdentity {
    const identity = new SessionIdentity(
      options.source,
      options.session,
      options.onLost,
      options.onSignedOut,
    );
    if (!options.session) {
      void identity.#current();
    }
    return identity;
  }

  readonly #source: SessionSource;
  readonly #onLost: (error: unknown) => void;
  readonly #onSignedOut: () => void;
  #session: Session | undefined;
  #pending: Promise<Session> | undefined;

  private constructor(
    source: SessionSource,
    session: Session | undefined,
    onLost: (error: unknown) => void,
    onSignedOut: () => void,
  ) {
    this.#source = source;
    this.#session = session;
    this.#onLost = onLost;
    this.#onSignedOut = onSignedOut;
  }

  async getProfileInfo(): Promise<ProfileInfo> {
    return (await this.#current()).profile;
  }

  async getBackstageIdentity(): Promise<BackstageUserIdentity> {
    return (await this.#current()).backstageIdentity.identity;
  }

  async getCredentials(): Promise<{ token?: string }> {
    return { token: (await this.#current()).backstageIdentity.token };
  }

  async signOut(): Promise<void> {
    await this.#source.signOut();
    this.#onSignedOut();
  }

  async #current(): Promise<Session> {
    if (this.#session && !isRunningOut(this.#session)) {
      return this.#session;
    }
    this.#pending ??= this.#renew().finally(() => {
      this.#pending = undefined;
    });
    return await this.#pending;
  }

  async #resume(): Promise<Session> {
    for (const delay of this.#session ? [] : RETRY_AFTER_MS) {
      try {
        return await this.#source.resume();
      } catch (error) {
        if (!hadNoAnswer(error)) {
          throw error;
        }
        await new Promise(resolve => setTimeout(resolve, delay));
      }
    }
    return await this.#source.resume();
  }

  async #renew(): Promise<Session> {
    try {
      this.#session = await this.#resume();
      return this.#session;
    } catch (error) {
      if (this.#session) {
        // In the middle of work: a lost connection must not throw away what is on the page.
        throw error;
      }
      this.#onLost(error);
      return await new Promise<never>(() => {});
    }
  }
}

function isRunningOut(session: Session): boolean {
  const { expiresAt } = session.backstageIdentity;
  return (
    expiresAt !== undefined &&
    expiresAt.getTime() - Date.now() < RENEWAL_MARGIN_MS
  );
}

/** `fetch` fails with a TypeError where the connection does. */
function hadNoAnswer(error: unknown): boolean {
  return toError(error).name === 'TypeError';
}
