const name = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const longestName = 50;
const revision = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
const longestPath = 1000;

/** What a repository's name has to be, for people. */
export const repositoryNameRule = `lower-case letters and digits, in parts joined by single dashes, beginning with a letter, at most ${longestName} characters`;

/**
 * Whether it is the name of a repository: one segment of an address and one folder, which can't lead anywhere else.
 *
 * @public
 */
export function isRepositoryName(value: string): boolean {
  return value.length <= longestName && name.test(value);
}

/**
 * Whether it is the name of a branch or tag, or of a commit, as addresses of the portal hold it: without a slash, and nothing
 * that git would read as an option or a range.
 *
 * @public
 */
export function isRevision(value: string): boolean {
  return revision.test(value) && !value.includes('..');
}

/**
 * Whether it is a path inside of a repository: segments joined by `/`, none of them empty, `.`, `..` or `.git`, and without control
 * characters. The empty path is the repository's root.
 *
 * @public
 */
export function isRepositoryPath(value: string): boolean {
  return (
    value.length <= longestPath &&
    !/[\p{Cc}\\]/u.test(value) &&
    (value === '' ||
      value
        .split('/')
        .every(
          segment =>
            segment !== '' &&
            segment !== '.' &&
            segment !== '..' &&
            segment.toLowerCase() !== '.git',
        ))
  );
}
