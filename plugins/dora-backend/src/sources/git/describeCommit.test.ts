import * as fc from 'fast-check';
import { describeCommit } from './describeCommit';

function describeMessage(message: string, isMerge = false) {
  return describeCommit({ message, isMerge });
}

describe('describeCommit', () => {
  it.each([
    ['feat: add a page', 'feature'],
    ['feat(catalog)!: drop a page', 'feature'],
    ['Fix: a typo', 'fix'],
    ['bugfix(api): a crash', 'fix'],
    ['hotfix: stop the leak', 'hotfix'],
    ['revert: feat: add a page', 'revert'],
    ['Revert "feat: add a page"', 'revert'],
    ['chore(deps): bump x', 'chore'],
    ['docs: say more', 'chore'],
    ['ci: faster', 'chore'],
    ['build: smaller', 'chore'],
    ['test: more', 'chore'],
    ['refactor!: rename', 'chore'],
    ['style: format', 'chore'],
    ['perf: faster', 'chore'],
    ['wip: something', 'other'],
    ['Fix a typo', 'fix'],
    ['Feat/add a page', 'feature'],
    ['deps(x): bump to 2', 'chore'],
    ['fixture: none', 'other'],
    ['Add a fix', 'other'],
    ['constructor: a trap', 'other'],
    ['', 'other'],
  ])('reads the kind of %j as %s', (message, kind) => {
    expect(describeMessage(message)).toEqual({ kind });
    expect(describeMessage(message, true).kind).toBe('other');
  });

  it('reads which commit is taken back, from the body only', () => {
    const sha = 'A1b2c3d4e5f60718293a4b5c6d7e8f9001122334';
    expect(
      describeMessage(`Revert "x"\n\nThis reverts commit ${sha}.`),
    ).toEqual({ kind: 'revert', reverts: sha.toLowerCase() });
    expect(
      describeMessage(
        `Fix\r\n\r\nThis reverts commit\r\n${sha}, reversing\nchanges made to abcdef1.`,
      ).reverts,
    ).toBe(sha.toLowerCase());
    expect(
      describeMessage('Undo\n\nThis reverts commit abcdef1.', true),
    ).toEqual({ kind: 'other', reverts: 'abcdef1' });
    expect(
      describeMessage(`This reverts commit ${sha}`).reverts,
    ).toBeUndefined();
    expect(
      describeMessage('x\n\nThis reverts commit abcde').reverts,
    ).toBeUndefined();
    expect(
      describeMessage(`x\n\nThis reverts commit ${'a'.repeat(65)}`).reverts,
    ).toBeUndefined();
  });

  it.each([
    ['feat: add a page (#123)', 123],
    ['feat: a subject\non two lines (#7)\n\nbody', 7],
    ['Merge pull request #45 from a/b\n\nTitle', 45],
    [
      "Merge branch 'a' into 'main'\n\nTitle\n\nSee merge request group/sub/proj!678",
      678,
    ],
    ["Merge branch 'a'\n\nSee merge request !9\n", 9],
    ['Merged PR 12: Title', 12],
    ['Merged in a (pull request #3)', 3],
    ['feat: (#123) in the middle', undefined],
    ['feat: too large (#12345678901)', undefined],
    ['feat: none (#0)', undefined],
  ])('reads the pull request of %j as %s', (message, pullRequest) => {
    expect(describeMessage(message).pullRequest).toBe(pullRequest);
  });

  it('takes any text, and time that grows with its length only', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.boolean(),
        (text, merge) => {
          expect(describeMessage(text, merge).kind).toBeDefined();
        },
      ),
    );
    const started = performance.now();
    for (const piece of [
      'a',
      '(',
      ' ',
      '\n',
      '\n ',
      'See merge request a/',
      'This reverts commit ',
      '(#1',
      '\r\n\t\n',
    ]) {
      describeMessage(piece.repeat(100_000));
      describeMessage(`x\n\n${piece.repeat(100_000)}`);
    }
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
