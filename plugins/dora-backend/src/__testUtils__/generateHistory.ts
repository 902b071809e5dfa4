import { createHash } from 'node:crypto';

const start = Date.UTC(2015, 0, 1);
const minute = 60_000;
const linesPerChunk = 250;

/**
 * The lines of a long, believable history in pieces, made as they are asked for: a merge every 20 commits, a revert
 * every 500, a release every 1,000.
 */
export function* generateHistory(options: {
  commits: number;
}): Generator<Buffer> {
  let lines: string[] = [];
  for (let index = 0; index < options.commits; index += 1) {
    lines.push(commitLine(index));
    if (index % 1000 === 999) {
      lines.push(
        JSON.stringify({
          type: 'release',
          tag: `v1.${Math.floor(index / 1000)}.0`,
          sha: shaOf(index),
          releasedAt: instant(index + 30),
        }),
      );
    }
    if (lines.length >= linesPerChunk) {
      yield Buffer.from(`${lines.join('\n')}\n`);
      lines = [];
    }
  }
  yield Buffer.from(lines.join('\n'));
}

function commitLine(index: number): string {
  const parents = index > 0 ? [shaOf(index - 1)] : [];
  if (index % 20 === 19) {
    parents.push(shaOf(index - 10));
  }
  return JSON.stringify({
    type: 'commit',
    sha: shaOf(index),
    parents,
    authoredAt: instant(index),
    committedAt: instant(index),
    author: shaOf(index % 100).slice(0, 10),
    kind: index % 500 === 499 ? 'revert' : 'feature',
    reverts: index % 500 === 499 ? shaOf(index - 450) : null,
    pullRequest: index + 1,
  });
}

function instant(index: number): string {
  return new Date(start + (index % 5_000_000) * minute).toISOString();
}

function shaOf(index: number): string {
  return createHash('sha1').update(String(index)).digest('hex');
}
