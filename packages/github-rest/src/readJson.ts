import { GithubRequestError } from './GithubRequestError';

/**
 * The JSON of an answer, as far as it is not longer than allowed. Counted after decompression.
 *
 * @throws GithubRequestError where it is longer, or no JSON.
 * @public
 */
export async function readJson(
  response: Response,
  options: { maxBytes: number },
): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // Leaving the loop cancels the rest of the answer.
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > options.maxBytes) {
      throw new GithubRequestError({
        status: response.status,
        reason: `the answer has more than ${Math.floor(
          options.maxBytes / 1024 ** 2,
        )} MiB`,
        isTooLarge: true,
      });
    }
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new GithubRequestError({
      status: response.status,
      reason: 'the answer is no JSON',
    });
  }
}
