import { InputError } from '@backstage/errors';

/**
 * Refuses a report that says it is of another repository than that of the service. Where either does not say, nothing is known.
 *
 * @param expected - `github.com/owner/name`
 */
export function checkRepository(
  report: string | undefined,
  expected: string | undefined,
  entityRef: string,
): void {
  if (!report || !expected || normalise(report) === normalise(expected)) {
    return;
  }
  throw new InputError(
    `The report says that it is of the repository ${report}, and ${entityRef} is kept in ${expected}: send it for the service it is of, or correct the annotation of the service. Nothing was imported`,
  );
}

/** Owner and name: an annotation does not say on which host of the organisation they are. */
function normalise(repository: string): string {
  return repository
    .replace(/\.git$/, '')
    .slice(repository.indexOf('/') + 1)
    .toLocaleLowerCase('en-US');
}
