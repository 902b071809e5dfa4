import { InputError } from '@backstage/errors';
import type {
  DeliveryRecord,
  MainlineRecord,
} from '@portal/plugin-dora-common';
import type { AuthorHasher } from './AuthorHasher';
import { describeCommit } from './describeCommit';
import { digestReleases, type GitCursor } from './GitCursor';
import type { GitRelease, GitRepository } from './GitRepository';
import type { ParsedCommit } from './parseCommit';
import type { ReleasePattern } from './ReleasePattern';

/**
 * What reading a repository amounts to.
 *
 * @internal
 */
export type GitHistory = {
  /** Where the next reading goes on, once all records of the batch are stored. */
  cursor: GitCursor;
  /** Absent when nothing happened since the last reading. */
  batch?: {
    records: AsyncIterable<DeliveryRecord>;
    /** The batch is the whole history and takes the place of what was read before. */
    replace: boolean;
    /** The batch holds all releases. */
    releases?: 'complete';
  };
};

/** @internal */
export type ReadHistoryOptions = {
  repository: GitRepository;
  /** Where the repository lives, for the reader. */
  location: string;
  /** Where the repository really is, as a digest. */
  origin: string;
  pattern: ReleasePattern;
  /** Where the last reading ended. */
  cursor?: GitCursor;
};

/**
 * Turns what is new in a repository into delivery records: what its default branch and its releases reach.
 *
 * @internal
 */
export class GitHistoryReader {
  readonly #authors: AuthorHasher;
  readonly #maxCommits: number;

  private constructor(authors: AuthorHasher, maxCommits: number) {
    this.#authors = authors;
    this.#maxCommits = maxCommits;
  }

  static create(options: {
    authors: AuthorHasher;
    maxCommits?: number;
  }): GitHistoryReader {
    return new GitHistoryReader(
      options.authors,
      options.maxCommits ?? Infinity,
    );
  }

  async read(options: ReadHistoryOptions): Promise<GitHistory> {
    const { pattern, cursor, origin } = options;
    const comparable =
      cursor?.origin === origin && cursor.pattern === pattern.key
        ? cursor
        : undefined;
    return pattern.isMainline
      ? await this.#readMainline({ ...options, cursor: comparable })
      : await this.#readReleases({ ...options, cursor: comparable });
  }

  async #readReleases(options: ReadHistoryOptions): Promise<GitHistory> {
    const { repository, location, origin, pattern, cursor } = options;
    const head = await repository.head();
    const releases = await repository.releases(pattern);
    const outside = await repository.tagsOutside(head);
    const tips = new Set([
      head,
      ...releases.filter(({ tag }) => outside.has(tag)).map(({ sha }) => sha),
    ]);
    const next: GitCursor = {
      origin,
      pattern: pattern.key,
      tips: [...tips].sort(),
      releases: digestReleases(releases),
    };
    const sameReleases = cursor?.releases === next.releases;
    if (cursor && sameReleases && `${cursor.tips}` === `${next.tips}`) {
      return { cursor: next };
    }
    const earlier =
      cursor &&
      (await repository.stillReaches({ tips: next.tips, earlier: cursor.tips }))
        ? cursor.tips
        : undefined;
    const repositoryRecord = describe(location, earlier === undefined);
    const newReleases = earlier && sameReleases ? [] : releases;
    const commits = repository.commits({ tips: next.tips, not: earlier ?? [] });
    const records = this.#limit(commits, location);
    return {
      cursor: next,
      batch: {
        replace: earlier === undefined,
        releases: earlier && sameReleases ? undefined : 'complete',
        records: chain<DeliveryRecord>(
          repositoryRecord,
          this.#commitRecords(records),
          newReleases.map(releaseRecord),
        ),
      },
    };
  }

  async #readMainline(options: ReadHistoryOptions): Promise<GitHistory> {
    const { repository, location, origin, pattern, cursor } = options;
    const head = await repository.head();
    const [earlier] = cursor?.tips ?? [];
    if (cursor && earlier === head) {
      return { cursor };
    }
    const goesOn =
      cursor?.mainline !== undefined &&
      (await repository.stillReaches({ tips: [head], earlier: [earlier] })) &&
      (await repository.isOnFirstParentLine({ head, earlier }));
    const after = goesOn ? earlier : undefined;
    const last = goesOn ? cursor.mainline : undefined;
    const repositoryRecord = describe(location, !goesOn);
    const line = () =>
      mainlineRecords(repository.firstParents({ head, after }), last);
    const commits = repository.commits({
      tips: [head],
      not: after ? [after] : [],
    });
    return {
      cursor: {
        origin,
        pattern: pattern.key,
        tips: [head],
        // The cursor is stored with the records, so that the end of the line has to be known before they are read.
        mainline: await endOf(line(), last),
      },
      batch: {
        replace: !goesOn,
        records: chain<DeliveryRecord>(
          repositoryRecord,
          this.#commitRecords(this.#limit(commits, location)),
          line(),
        ),
      },
    };
  }

  async *#commitRecords(
    commits: AsyncIterable<ParsedCommit>,
  ): AsyncGenerator<DeliveryRecord> {
    for await (const commit of commits) {
      const author = this.#authors.hashAddress(commit.authorAddress);
      yield {
        type: 'commit',
        sha: commit.sha,
        parents: commit.parents,
        authoredAt: commit.authoredAt.toISOString(),
        committedAt: commit.committedAt.toISOString(),
        ...(author && { author }),
        ...describeCommit({
          message: commit.message,
          isMerge: commit.parents.length > 1,
        }),
      };
    }
  }

  async *#limit(
    commits: AsyncIterable<ParsedCommit>,
    location: string,
  ): AsyncGenerator<ParsedCommit> {
    let count = 0;
    for await (const commit of commits) {
      count += 1;
      if (count > this.#maxCommits) {
        throw new InputError(
          `${location} has more than ${
            this.#maxCommits
          } commits to read; raise dora.git.maxCommits in the configuration`,
        );
      }
      yield commit;
    }
  }
}

/** Said once, with the history that it heads. */
function describe(location: string, isWhole: boolean): DeliveryRecord[] {
  return isWhole ? [{ type: 'repository', repository: location }] : [];
}

async function* mainlineRecords(
  commits: AsyncIterable<ParsedCommit>,
  last: GitCursor['mainline'],
): AsyncGenerator<MainlineRecord> {
  let position = last ? last.position + 1 : 0;
  let deployedAt = last ? Date.parse(last.deployedAt) : -Infinity;
  for await (const commit of commits) {
    // Clocks differ; on the branch nothing is delivered before what it stands on.
    deployedAt = Math.max(deployedAt, commit.committedAt.getTime());
    yield {
      type: 'mainline',
      sha: commit.sha,
      position,
      deployedAt: new Date(deployedAt).toISOString(),
    };
    position += 1;
  }
}

async function endOf(
  records: AsyncIterable<MainlineRecord>,
  last: GitCursor['mainline'],
): Promise<GitCursor['mainline']> {
  let end = last;
  for await (const { position, deployedAt } of records) {
    end = { position, deployedAt };
  }
  return end;
}

function releaseRecord(release: GitRelease): DeliveryRecord {
  return {
    type: 'release',
    tag: release.tag,
    sha: release.sha,
    releasedAt: release.releasedAt.toISOString(),
  };
}

async function* chain<T>(
  ...parts: Array<Iterable<T> | AsyncIterable<T>>
): AsyncGenerator<T> {
  for (const part of parts) {
    yield* part;
  }
}
