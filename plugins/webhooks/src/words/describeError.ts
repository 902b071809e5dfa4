import { ResponseError } from '@backstage/errors';

/** What an action failed with, and what to do. */
export function describeError(error: Error): string {
  if (error instanceof ResponseError) {
    const { statusCode, cause } = error;
    return statusCode >= 500
      ? `The server answered ${statusCode}: ${cause.message}. Try again; if it stays, look into the log of the portal.`
      : cause.message;
  }
  return `${error.message}. Check your connection and try again.`;
}
