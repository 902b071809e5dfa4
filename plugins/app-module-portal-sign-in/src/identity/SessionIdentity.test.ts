import { SessionIdentity } from './SessionIdentity';
import type { Session, SessionSource } from './types';

const MINUTE = 60 * 1000;

function session(token: string, expiresAt?: Date): Session {
  return {
    profile: { displayName: 'Jane' },
    backstageIdentity: {
      token,
      expiresAt,
      identity: {
        type: 'user',
        userEntityRef: 'user:default/jane',
        ownershipEntityRefs: [],
      },
    },
  };
}

/** Answers each request with the next of the given sessions or errors. */
function sourceOf(...answers: (Session | Error)[]) {
  const source = {
    resumed: 0,
    signedOut: false,
    async signIn() {
      return await this.resume();
    },
    async resume() {
      this.resumed += 1;
      const answer = answers.shift();
      if (answer instanceof Error || !answer) {
        throw answer ?? new Error('asked too often');
      }
      return answer;
    },
    async signOut() {
      this.signedOut = true;
    },
  } satisfies SessionSource & { resumed: number; signedOut: boolean };
  return source;
}

function createIdentity(source: SessionSource, first?: Session) {
  const lost: unknown[] = [];
  let signedOut = false;
  const identity = SessionIdentity.create({
    source,
    session: first,
    onLost: error => lost.push(error),
    onSignedOut: () => {
      signedOut = true;
    },
  });
  return { identity, lost, isSignedOut: () => signedOut };
}

describe('SessionIdentity', () => {
  it('asks once for everybody who waits, and keeps the answer', async () => {
    const source = sourceOf(
      session('first', new Date(Date.now() + 60 * MINUTE)),
    );
    const { identity } = createIdentity(source);
    await expect(
      Promise.all([
        identity.getCredentials(),
        identity.getProfileInfo(),
        identity.getBackstageIdentity(),
      ]),
    ).resolves.toEqual([
      { token: 'first' },
      { displayName: 'Jane' },
      expect.objectContaining({ userEntityRef: 'user:default/jane' }),
    ]);
    await identity.getCredentials();
    expect(source.resumed).toBe(1);
  });

  it('renews a token that is about to run out, and never one without an end', async () => {
    const source = sourceOf(session('second'));
    const { identity } = createIdentity(
      source,
      session('first', new Date(Date.now() + 2 * MINUTE)),
    );
    expect(source.resumed).toBe(0);
    await expect(identity.getCredentials()).resolves.toEqual({
      token: 'second',
    });
    await expect(identity.getCredentials()).resolves.toEqual({
      token: 'second',
    });
    expect(source.resumed).toBe(1);
  });

  it('reports a session that could not be continued, and answers nobody', async () => {
    const error = new Error('over');
    const { identity, lost } = createIdentity(sourceOf(error));
    const answer = Promise.race([
      identity.getCredentials(),
      new Promise(resolve => setTimeout(() => resolve('none'), 50)),
    ]);
    await expect(answer).resolves.toBe('none');
    expect(lost).toEqual([error]);
  });

  describe('without an answer of the portal', () => {
    beforeEach(() => {
      jest.useFakeTimers();
    });
    afterEach(() => {
      jest.useRealTimers();
    });
    // What fetch fails with, in the realm of the test.
    const noAnswer = () =>
      Object.assign(new Error('Failed to fetch'), { name: 'TypeError' });

    it('asks again for a while before it gives the sign-in up', async () => {
      const source = sourceOf(noAnswer(), noAnswer(), session('back'));
      const { identity, lost } = createIdentity(source);
      const credentials = identity.getCredentials();
      await jest.advanceTimersByTimeAsync(3_000);
      await expect(credentials).resolves.toEqual({ token: 'back' });
      expect(lost).toEqual([]);
    });

    it('gives up in the end', async () => {
      const source = sourceOf(noAnswer(), noAnswer(), noAnswer(), noAnswer());
      const { lost } = createIdentity(source);
      await jest.advanceTimersByTimeAsync(1_000);
      expect(lost).toEqual([]);
      await jest.advanceTimersByTimeAsync(10_000);
      expect(lost).toEqual([noAnswer()]);
    });
  });

  it('fails, but stays, when a renewal fails in the middle of work', async () => {
    const source = sourceOf(
      new Error('no network'),
      session('second', new Date(Date.now() + 60 * MINUTE)),
    );
    const { identity, lost } = createIdentity(
      source,
      session('first', new Date(Date.now() - MINUTE)),
    );
    await expect(identity.getCredentials()).rejects.toThrow('no network');
    expect(lost).toEqual([]);
    await expect(identity.getCredentials()).resolves.toEqual({
      token: 'second',
    });
  });

  it('signs out at the provider before it is forgotten here', async () => {
    const source = sourceOf();
    const { identity, isSignedOut } = createIdentity(source, session('first'));
    await identity.signOut();
    expect(source.signedOut).toBe(true);
    expect(isSignedOut()).toBe(true);
  });
});
