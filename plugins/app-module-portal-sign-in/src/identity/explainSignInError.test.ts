import { explainSignInError } from './explainSignInError';

function named(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}

describe('explainSignInError', () => {
  it.each([
    [named('PopupRejectedError', 'Failed'), /allow pop-up windows/],
    [named('PopupClosedError', 'Closed'), /was closed before/],
    [new TypeError('Failed to fetch'), /does not answer: check that it is/],
    [
      new Error('Failed to sign-in, unable to resolve user identity. Please'),
      /ask an administrator to add you to the users of the catalog/,
    ],
    [new Error('Something else'), /^Something else$/],
  ])('says what to do about %s', (error, expected) => {
    expect(explainSignInError(error)).toMatch(expected);
  });
});
