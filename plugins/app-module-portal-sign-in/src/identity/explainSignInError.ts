import { ResponseError, toError } from '@backstage/errors';

/** What went wrong with a sign-in, in words for the person in front of the page. */
export function explainSignInError(error: unknown): string {
  if (error instanceof ResponseError) {
    return error.body.error.message;
  }
  const { name, message } = toError(error);
  if (message.includes('unable to resolve user identity')) {
    return 'The provider knows you, but the portal does not: ask an administrator to add you to the users of the catalog.';
  }
  switch (name) {
    case 'PopupRejectedError':
      return 'The browser blocked the window of the sign-in provider: allow pop-up windows for this address and try again.';
    case 'PopupClosedError':
      return 'The window of the sign-in provider was closed before you were signed in: try again.';
    case 'TypeError':
      return 'The portal does not answer: check that it is running and try again.';
    default:
      return message;
  }
}
