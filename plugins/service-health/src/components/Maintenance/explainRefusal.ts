import { ResponseError, toError } from '@backstage/errors';

/** Why something that a person asked for was not done, and what to do. */
export function explainRefusal(error: unknown): string {
  if (error instanceof ResponseError) {
    const { statusCode, cause } = error;
    return statusCode >= 500
      ? `The portal answered ${statusCode}: ${cause.message}. Try again in a minute.`
      : cause.message;
  }
  return `${toError(error).message}. Check your connection and try again.`;
}
