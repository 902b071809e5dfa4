/**
 * A line of a delivery history: which repository it is the history of.
 *
 * @public
 */
export type RepositoryRecord = {
  type: 'repository';
  /** Where the repository lives. */
  repository: string;
  /** The commit that was the tip when the history was read. */
  head?: string;
  /** How many tags the repository had. */
  tags?: number;
};

/**
 * A line of a delivery history: one commit.
 *
 * @public
 */
export type CommitRecord = {
  type: 'commit';
  /** Full hexadecimal object name, lower case. */
  sha: string;
  parents: string[];
  /** ISO 8601 instant at which the change was written. */
  authoredAt: string;
  /** ISO 8601 instant at which the commit was made; lead time starts here. */
  committedAt: string;
  /** Salted hash of the author's address; never the address. */
  author?: string;
  /** `feature`, `fix`, `chore`, `hotfix`, `revert` or `other`. */
  kind?: string;
  /** Full or abbreviated sha of the commit that this one takes back. */
  reverts?: string;
  /** Number of the pull or merge request that brought it. */
  pullRequest?: number;
};

/**
 * A line of a delivery history: a release, which is a production deployment as soon as its commit is known.
 *
 * @public
 */
export type ReleaseRecord = {
  type: 'release';
  tag: string;
  sha: string;
  /** ISO 8601 instant at which it was released. */
  releasedAt: string;
};

/**
 * A line of a delivery history: one commit of a branch that is delivered continuously, so that the commit is
 * its own deployment. Written by the Git source for `portal/delivery-git-releases: main`.
 *
 * @public
 */
export type MainlineRecord = {
  type: 'mainline';
  sha: string;
  /** Position on the branch, 0 for its first commit. */
  position: number;
  /** ISO 8601 instant: the commit's own, never earlier than its predecessor's on the branch. */
  deployedAt: string;
};

/**
 * Any line of a delivery history.
 *
 * @public
 */
export type DeliveryRecord =
  | RepositoryRecord
  | CommitRecord
  | ReleaseRecord
  | MainlineRecord;
