/**
 * One of the portal's repositories, for whoever looks at it.
 *
 * @public
 */
export type Repository = {
  name: string;
  description?: string;
  defaultBranch: string;
  /** What `git clone` takes. */
  cloneUrl: string;
  /** Its page. */
  url: string;
  /** The newest commit of the default branch. */
  head: RepositoryCommit;
  origin?: RepositoryOrigin;
};

/** A commit; `at` is an ISO time. */
export type RepositoryCommit = {
  id: string;
  author: string;
  at: string;
  subject: string;
};

/** The run of a template that made a repository. */
export type RepositoryOrigin = {
  taskId: string;
  templateRef?: string;
  createdBy?: string;
  /** ISO time. */
  createdAt: string;
};

/** What is in a folder; folders first, then by name. `size` is in bytes. */
export type RepositoryEntry = {
  name: string;
  type: 'folder' | 'file' | 'link';
  size?: number;
};

/** A file. Without a text it is binary, or larger than what a page shows. */
export type RepositoryFile = { size: number; text?: string };

/** A folder or a file, at a revision. */
export type RepositoryContent = {
  revision: string;
  path: string;
  commit: string;
} & ({ entries: RepositoryEntry[] } | { file: RepositoryFile });
