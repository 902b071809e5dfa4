import { ServiceUnavailableError } from '@backstage/errors';

/**
 * An object as `git cat-file --batch` hands it over.
 *
 * @internal
 */
export type GitObject = {
  sha: string;
  type: string;
  /** The object's bytes, at most the first `maxBytes` of them. */
  data: Buffer;
};

const NEWLINE = 0x0a;
const MAX_HEADER_BYTES = 1024;

/**
 * Cuts the output of `git cat-file --batch` into objects.
 *
 * @remarks
 *
 * Every object is preceded by its length in bytes. No text that somebody writes into a commit can therefore pass for
 * the start of another one, which no separator could promise. Of an object larger than `maxBytes` the rest is passed
 * over without being kept.
 *
 * @internal
 */
export async function* parseCatFileBatch(options: {
  chunks: AsyncIterable<Buffer>;
  maxBytes: number;
}): AsyncGenerator<GitObject> {
  const { chunks, maxBytes } = options;
  let pending: Buffer = Buffer.alloc(0);
  let current: { sha: string; type: string; data: Buffer[] } | undefined;
  let wanted = 0;
  // Bytes of the current object that are passed over, its closing line feed included.
  let skipped = 0;

  for await (const chunk of chunks) {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    let at = 0;
    for (;;) {
      if (!current) {
        const end = pending.indexOf(NEWLINE, at);
        if (end < 0) {
          break;
        }
        const header = parseHeader(pending.toString('latin1', at, end));
        at = end + 1;
        current = { sha: header.sha, type: header.type, data: [] };
        wanted = Math.min(header.size, maxBytes);
        skipped = header.size - wanted + 1;
      }
      if (wanted > 0) {
        const taken = pending.subarray(at, at + wanted);
        if (taken.length > 0) {
          current.data.push(Buffer.from(taken));
        }
        wanted -= taken.length;
        at += taken.length;
      }
      const passed = Math.min(skipped, pending.length - at);
      skipped -= passed;
      at += passed;
      if (wanted > 0 || skipped > 0) {
        break;
      }
      const { sha, type, data } = current;
      current = undefined;
      yield {
        sha,
        type,
        data: data.length === 1 ? data[0] : Buffer.concat(data),
      };
    }
    pending = pending.subarray(at);
    if (!current && pending.length > MAX_HEADER_BYTES) {
      throw unexpected(pending.toString('latin1', 0, 80));
    }
  }
  if (current || pending.length > 0) {
    throw new ServiceUnavailableError(
      'git stopped in the middle of an object; the next read tries again',
    );
  }
}

function parseHeader(line: string): {
  sha: string;
  type: string;
  size: number;
} {
  const found = /^([0-9a-f]{40,64}) ([a-z]+) (\d{1,15})$/.exec(line);
  if (found) {
    return { sha: found[1], type: found[2], size: Number(found[3]) };
  }
  if (line.endsWith(' missing')) {
    throw new ServiceUnavailableError(
      `object ${line.slice(
        0,
        -' missing'.length,
      )} of the history is missing; run "git fsck" in the repository, then fetch or clone it again`,
    );
  }
  throw unexpected(line);
}

function unexpected(text: string): Error {
  return new ServiceUnavailableError(
    `git answered something that is no object: ${JSON.stringify(
      text.slice(0, 80),
    )}`,
  );
}
