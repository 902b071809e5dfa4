import type { DeliveryRecord } from '@portal/plugin-dora-common';
import { AuthorHasher } from '../AuthorHasher';
import type { GitCursor } from '../GitCursor';
import { GitHistoryReader } from '../GitHistoryReader';
import { GitRepository } from '../GitRepository';
import { ReleasePattern } from '../ReleasePattern';

/** What one reading of a repository gave. */
export type TestReading = {
  cursor: GitCursor;
  records: DeliveryRecord[];
  /** Nothing was new. */
  unchanged: boolean;
  replace: boolean;
  complete: boolean;
};

/** Reads a repository in place as the source does. */
export async function readAll(options: {
  gitDir: string;
  releases?: string;
  cursor?: GitCursor;
  origin?: string;
  maxCommits?: number;
  signal?: AbortSignal;
}): Promise<TestReading> {
  const repository = await GitRepository.open({
    gitDir: options.gitDir,
    headRefs: ['HEAD', 'refs/remotes/origin/HEAD'],
    signal: options.signal ?? new AbortController().signal,
  });
  const authors = await AuthorHasher.create({
    settings: { getOrCreate: async () => 'salt' },
  });
  const history = await GitHistoryReader.create({
    authors,
    maxCommits: options.maxCommits,
  }).read({
    repository,
    location: 'the repository',
    origin: options.origin ?? options.gitDir,
    pattern: ReleasePattern.parse(options.releases),
    cursor: options.cursor,
  });
  const records: DeliveryRecord[] = [];
  for await (const record of history.batch?.records ?? []) {
    records.push(record);
  }
  return {
    cursor: history.cursor,
    records,
    unchanged: history.batch === undefined,
    replace: history.batch?.replace ?? false,
    complete: history.batch?.releases === 'complete',
  };
}

/** Keeps what readings gave as the importer does, for comparison: a set of lines. */
export class TestFacts {
  #facts = new Set<string>();

  take(reading: TestReading): void {
    const lines = reading.records.map(record => JSON.stringify(record));
    const kept = reading.replace ? [] : [...this.#facts];
    this.#facts = new Set([
      ...kept.filter(
        line => !reading.complete || !line.startsWith('{"type":"release"'),
      ),
      ...lines,
    ]);
  }

  get sorted(): string[] {
    return [...this.#facts].sort();
  }
}
