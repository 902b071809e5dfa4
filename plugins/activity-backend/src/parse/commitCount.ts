/** Such as `3 commits to main`. */
export function commitCount(count: number, branch: string): string {
  if (count === 0) {
    return `to ${branch}`;
  }
  return `${count} ${count === 1 ? 'commit' : 'commits'} to ${branch}`;
}
