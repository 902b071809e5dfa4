import { ResponseError } from '@backstage/errors';

/** Fails with what the other plugin said, instead of with its status. */
export async function inOwnWords<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw error instanceof ResponseError ? error.cause : error;
  }
}
