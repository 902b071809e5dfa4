import type {
  Repository,
  RepositoryAddress,
  RepositoryContent,
  RepositoryOrigin,
} from '@portal/plugin-repositories-common';
import type { Readable } from 'node:stream';

/**
 * A folder that becomes a repository.
 *
 * @public
 */
export type PublishOptions = {
  name: string;
  description: string;
  /** Absolute. What is in it becomes the first commit. */
  sourceDirectory: string;
  message: string;
  author: { name: string; email: string };
  origin: Omit<RepositoryOrigin, 'createdAt'>;
};

/**
 * What a template would make today, of a repository that it made once.
 *
 * @public
 */
export type RenderingOptions = {
  /** Absolute, and the caller's alone: modes of files in it are set. */
  sourceDirectory: string;
  /** Which rendering the default branch rests on, such as `v3`. Default, and where it was never proposed: the first commit. */
  from?: string;
  /** Which rendering this is, such as `v5`. */
  to: string;
  /** Such as `template/ba-service-template-v5`. */
  branch: string;
  message: string;
  author: { name: string; email: string };
};

/**
 * A rendering, and the repository of the portal that it is of.
 *
 * @public
 */
export type ProposeOptions = RenderingOptions & { name: string };

/**
 * What came of it.
 *
 * @public
 */
export type Proposal = {
  /** Whether there is something that was not proposed before. */
  isNew: boolean;
  /** Absent where there is nothing to change. */
  branch?: string;
  commit?: string;
  /** Paths that differ from the default branch. */
  files: string[];
  /** Paths whose conflicts are marked. */
  conflicts: string[];
};

/**
 * The bare Git repositories in the data folder. It decides nothing about who may see what.
 *
 * @public
 */
export interface RepositoriesService {
  /** Whether there is a folder for them. */
  readonly isConfigured: boolean;

  /**
   * Makes a repository, whole or not at all. Doing it again for the same task answers what is there; for another task a name that
   * is taken is a ConflictError. Fails with InputError for a bad name, an empty folder, or a link that leads out of it.
   */
  publish(options: PublishOptions): Promise<Repository>;

  /**
   * Puts a three-way merge on a branch: what the folder holds, into what the repository is now, over what it was made from. The default
   * branch is not touched. Fails with ConflictError where somebody has worked on that branch.
   */
  propose(options: ProposeOptions): Promise<Proposal>;

  /** All of them, by name. */
  list(): Promise<Repository[]>;

  /** Undefined when there is none of that name. */
  find(name: string): Promise<Repository | undefined>;

  /** A folder's entries, or a file. Fails with NotFoundError. */
  read(address: RepositoryAddress): Promise<RepositoryContent>;

  /** The bytes of a file, at most 10 MiB of them, and the commit they are from. Fails with NotFoundError or InputError. */
  readFile(
    address: RepositoryAddress,
  ): Promise<{ data: Buffer; commit: string }>;

  /** The files of a folder as a tar archive whose paths begin at the root, and the commit they are from. */
  archive(
    address: RepositoryAddress,
  ): Promise<{ stream: Readable; commit: string }>;

  /** The place that the URL of a page of this portal means. Undefined for every other URL. */
  addressOf(url: string): RepositoryAddress | undefined;

  /** The folder of a repository on this machine, for whoever speaks Git's protocols. Fails with NotFoundError. */
  gitDirOf(name: string): Promise<string>;
}
