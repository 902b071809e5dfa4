/** A branch or a tag, from a name such as `refs/heads/main`. */
export type Ref = { type: 'Branch' | 'Tag'; name: string };

export function readRef(text: string | undefined): Ref | undefined {
  const match = /^refs\/(heads|tags)\/(.+)$/.exec(text ?? '');
  return match
    ? { type: match[1] === 'heads' ? 'Branch' : 'Tag', name: match[2] }
    : undefined;
}

/** Whether a commit is named that does not exist: the side of a push where there was or is no branch. */
export function isNothing(sha: string | undefined): boolean {
  return /^0+$/.test(sha ?? '');
}

/** What a push did to a branch or tag, unless it only moved it on. */
export function stateOfRef(
  before: string | undefined,
  after: string | undefined,
): 'created' | 'deleted' | undefined {
  if (isNothing(after)) {
    return 'deleted';
  }
  return isNothing(before) ? 'created' : undefined;
}
