const CHOICE_KEY = 'portal.signIn.choice';
const MESSAGE_KEY = 'portal.signIn.message';

/**
 * Remembers in the browser how somebody signed in, and, across a reload, why they have to do so again.
 *
 * @remarks
 *
 * No token is stored: what is remembered is which provider or persona to ask for a new one.
 */
export class SignInMemory {
  static create(): SignInMemory {
    return new SignInMemory();
  }

  private constructor() {}

  /** Id of the option that was signed in with. */
  get choice(): string | undefined {
    return localStorage.getItem(CHOICE_KEY) ?? undefined;
  }

  remember(optionId: string): void {
    localStorage.setItem(CHOICE_KEY, optionId);
    sessionStorage.removeItem(MESSAGE_KEY);
  }

  forget(message?: string): void {
    localStorage.removeItem(CHOICE_KEY);
    if (message) {
      sessionStorage.setItem(MESSAGE_KEY, message);
    } else {
      sessionStorage.removeItem(MESSAGE_KEY);
    }
  }

  /** Why the last session was lost. */
  get message(): string | undefined {
    return sessionStorage.getItem(MESSAGE_KEY) ?? undefined;
  }
}
