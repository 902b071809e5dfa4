const merge =
  /^Merge (?:pull request|request|branch|remote-tracking branch|tag)\b/;

/**
 * Whether a commit message is one that Git or a host writes for a merge, for hosts that do not tell the parents.
 *
 * @internal
 */
export function isMergeMessage(message: string | undefined): boolean {
  return merge.test(message ?? '');
}
