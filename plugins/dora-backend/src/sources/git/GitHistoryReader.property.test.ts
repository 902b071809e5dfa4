import * as fc from 'fast-check';
import { join } from 'node:path';
import type { GitCursor } from './GitCursor';
import { readAll, TestFacts } from './__testUtils__/readAll';
import {
  createTestFolder,
  type TestCommit,
  TestRepository,
} from './__testUtils__/TestRepository';

/** One thing that people do to a repository, between two readings or not. */
type Step =
  | { do: 'commit'; parents: number[]; at: number; message: Buffer }
  | { do: 'tag'; name: number; target: number }
  | { do: 'untag'; name: number }
  | { do: 'reset'; target: number }
  | { do: 'read' };

const place = fc.nat({ max: 1000 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('commit' as const),
      parents: fc.array(place, { maxLength: 3 }),
      at: fc.integer({ min: 1_600_000_000, max: 1_700_000_000 }),
      message: fc
        .uint8Array({ maxLength: 40 })
        .map(bytes => Buffer.from(bytes)),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('tag' as const),
      name: fc.nat({ max: 3 }),
      target: place,
    }),
  },
  fc.record({ do: fc.constant('untag' as const), name: fc.nat({ max: 3 }) }),
  fc.record({ do: fc.constant('reset' as const), target: place }),
  { weight: 3, arbitrary: fc.constant({ do: 'read' as const }) },
);

class Player {
  readonly repository: TestRepository;
  readonly #tags = new Set<number>();
  #count = 0;

  constructor(path: string) {
    this.repository = TestRepository.create({ path });
    this.#commit({ parents: [] });
  }

  play(next: Step): void {
    if (next.do === 'commit') {
      const parents = new Set(next.parents.map(parent => parent % this.#count));
      this.#commit({
        parents: [...parents],
        message: next.message,
        committedAt: next.at,
      });
    } else if (next.do === 'tag') {
      this.repository.tag(`v1.${next.name}.0`, next.target % this.#count);
      this.#tags.add(next.name);
    } else if (next.do === 'untag' && this.#tags.delete(next.name)) {
      this.repository.git('tag', '-d', `v1.${next.name}.0`);
    } else if (next.do === 'reset') {
      this.repository.git(
        'update-ref',
        'refs/heads/main',
        this.repository.sha(next.target % this.#count),
      );
    }
  }

  #commit(commit: TestCommit): void {
    this.repository.commit([commit]);
    this.#count += 1;
  }
}

function parentsByGit(repository: TestRepository, mainline: boolean): string[] {
  const revisions = mainline
    ? ['HEAD']
    : ['HEAD', ...repository.git('tag').split('\n').filter(Boolean)];
  return repository
    .git('rev-list', '--parents', ...revisions, '--')
    .trim()
    .split('\n')
    .sort();
}

describe.each([undefined, 'main'])('reading with releases %s', releases => {
  it('gives what git says, in steps as at once', async () => {
    const steps = fc.array(step, { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(steps, async played => {
        const folder = createTestFolder();
        try {
          const player = new Player(join(folder.path, 'a'));
          const { gitDir } = player.repository;
          const facts = new TestFacts();
          let cursor: GitCursor | undefined;
          for (const next of [...played, { do: 'read' as const }]) {
            player.play(next);
            if (next.do === 'read') {
              const reading = await readAll({ gitDir, releases, cursor });
              facts.take(reading);
              cursor = reading.cursor;
            }
          }
          const whole = await readAll({ gitDir, releases });
          const lines = whole.records.map(record => JSON.stringify(record));
          expect(facts.sorted).toEqual(lines.sort());
          expect(
            whole.records
              .flatMap(record =>
                record.type === 'commit'
                  ? [[record.sha, ...record.parents].join(' ')]
                  : [],
              )
              .sort(),
          ).toEqual(parentsByGit(player.repository, releases === 'main'));
        } finally {
          folder.remove();
        }
      }),
      { numRuns: 25 },
    );
  }, 240_000);
});
