import { createHash } from 'node:crypto';
import type { GitRelease } from './GitRepository';

/**
 * How far a repository was read, and under which conditions.
 *
 * @internal
 */
export type GitCursor = {
  /** Which repository was read: where it really is, as a digest. */
  origin: string;
  /** Which tags counted as releases. */
  pattern: string;
  /** The tip of the default branch, and the releases that it does not reach. */
  tips: string[];
  /** All releases, as a digest. */
  releases?: string;
  /** Where the line of a continuously delivered branch ended. */
  mainline?: { position: number; deployedAt: string };
};

// Counted up whenever commits are read differently, so that stored histories are read anew.
const VERSION = 1;

/**
 * The cursor as one line of text.
 *
 * @internal
 */
export function formatGitCursor(cursor: GitCursor): string {
  return JSON.stringify({ version: VERSION, ...cursor });
}

/**
 * The cursor that was stored, or nothing where it is absent or was written by another version.
 *
 * @internal
 */
export function parseGitCursor(
  text: string | undefined,
): GitCursor | undefined {
  if (!text) {
    return undefined;
  }
  try {
    const value = JSON.parse(text);
    if (value?.version !== VERSION || !Array.isArray(value.tips)) {
      return undefined;
    }
    return {
      origin: value.origin,
      pattern: value.pattern,
      tips: value.tips,
      releases: value.releases,
      mainline: value.mainline,
    };
  } catch {
    return undefined;
  }
}

/**
 * A digest that changes with every release that is added, moved, redated or deleted.
 *
 * @internal
 */
export function digestReleases(releases: GitRelease[]): string {
  return digest(
    releases
      .map(({ tag, sha, releasedAt }) => `${tag}\0${sha}\0${+releasedAt}\n`)
      .join(''),
  );
}

/** @internal */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
