/**
 * What a commit message says about a change.
 *
 * @internal
 */
export type CommitDescription = {
  kind: 'feature' | 'fix' | 'chore' | 'hotfix' | 'revert' | 'other';
  reverts?: string;
  pullRequest?: number;
};

const KIND_OF_TYPE = new Map<string, CommitDescription['kind']>([
  ['feat', 'feature'],
  ['feature', 'feature'],
  ['fix', 'fix'],
  ['bugfix', 'fix'],
  ['hotfix', 'hotfix'],
  ['revert', 'revert'],
  ['chore', 'chore'],
  ['deps', 'chore'],
  ['docs', 'chore'],
  ['doc', 'chore'],
  ['ci', 'chore'],
  ['build', 'chore'],
  ['test', 'chore'],
  ['tests', 'chore'],
  ['refactor', 'chore'],
  ['style', 'chore'],
  ['perf', 'chore'],
]);

// Quantifiers are bounded: a message is written by anybody, and is not to cost more than its length.
const FIRST_WORD = /^([A-Za-z]{1,20})\b/;
const REVERTED = /\bThis reverts commit\s{1,10}([0-9a-f]{7,64})\b/i;
const PULL_REQUEST_IN_SUBJECT = [
  /\(#(\d{1,9})\)$/,
  /^Merge pull request #(\d{1,9})\b/,
  /^Merged PR (\d{1,9}):/,
  /\(pull request #(\d{1,9})\)$/,
];
const MERGE_REQUEST_IN_BODY =
  /^See merge request (?:[\w.][\w./-]{0,400})?!(\d{1,9})[ \t]*$/m;

/**
 * Reads kind, reverted commit and pull request from a commit message, as conventional commits, `git revert`,
 * GitHub, GitLab, Azure DevOps and Bitbucket write them.
 *
 * @internal
 */
export function describeCommit(options: {
  message: string;
  isMerge: boolean;
}): CommitDescription {
  const { subject, body } = splitMessage(options.message);
  const description: CommitDescription = {
    kind: options.isMerge ? 'other' : kindOf(subject),
  };
  const reverts = REVERTED.exec(body)?.[1];
  if (reverts) {
    description.reverts = reverts.toLowerCase();
  }
  const pullRequest = pullRequestOf(subject, body);
  if (pullRequest) {
    description.pullRequest = pullRequest;
  }
  return description;
}

/** The subject is the first paragraph on one line, as git has it. */
function splitMessage(message: string): { subject: string; body: string } {
  const text = message.replace(/\r\n/g, '\n').replace(/^\s+/, '');
  const end = text.search(/\n[ \t]*\n/);
  const first = end < 0 ? text : text.slice(0, end);
  return {
    subject: first
      .split('\n')
      .map(line => line.trim())
      .join(' ')
      .trim(),
    body: end < 0 ? '' : text.slice(end).trim(),
  };
}

/** The type of a conventional commit, also of one whose author forgot the colon: "Fix the menu", "Docs/changelog". */
function kindOf(subject: string): CommitDescription['kind'] {
  const word = FIRST_WORD.exec(subject)?.[1].toLowerCase();
  return (word && KIND_OF_TYPE.get(word)) || 'other';
}

function pullRequestOf(subject: string, body: string): number | undefined {
  for (const pattern of PULL_REQUEST_IN_SUBJECT) {
    const found = pattern.exec(subject);
    if (found) {
      return Number(found[1]) || undefined;
    }
  }
  return Number(MERGE_REQUEST_IN_BODY.exec(body)?.[1]) || undefined;
}
