/**
 * The commit that a version of a dashboard came with.
 *
 * @public
 */
export type BoardCommit = {
  /** Full hexadecimal name. */
  id: string;
  author: string;
  /** First line of its message. */
  subject: string;
  /** ISO 8601 instant of the commit. */
  at: string;
};

/**
 * A version of a dashboard that the portal has seen in the catalog. Versions count from 1.
 *
 * @public
 */
export type BoardVersion = {
  version: number;
  /** SHA-256 of its canonical YAML, in hexadecimal digits. */
  hash: string;
  /** When the portal saw it first, an ISO 8601 instant. */
  seenAt: string;
  /** Absent where it is not known: the file is not in a Git repository on the portal's machine, or not committed yet. */
  commit?: BoardCommit;
};

/**
 * A line of the difference between two versions.
 *
 * @public
 */
export type DifferenceLine = {
  change: 'added' | 'removed' | 'same';
  text: string;
};

/**
 * What changed between two versions of a dashboard.
 *
 * @public
 */
export type BoardDifference = {
  /** 0: nothing, before the first. */
  from: number;
  to: number;
  lines: DifferenceLine[];
};
