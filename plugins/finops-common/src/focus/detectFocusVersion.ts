import { focusColumnsByName } from './focusColumns';
import type { FocusVersion } from './FocusColumn';

const versions: readonly FocusVersion[] = ['1.0', '1.1', '1.2', '1.3', '1.4'];

/**
 * The oldest FOCUS version that has all the columns of a file, as far as FOCUS knows them. 1.4 took ProviderName away, so that a
 * file without it that has its successor is of 1.4 too.
 *
 * @public
 */
export function detectFocusVersion(columns: Iterable<string>): FocusVersion {
  const names = new Set([...columns].map(name => name.toLowerCase()));
  let newest: FocusVersion = '1.0';
  for (const name of names) {
    const since = focusColumnsByName.get(name)?.since;
    if (since && since > newest) {
      newest = since;
    }
  }
  return newest === '1.3' &&
    !names.has('providername') &&
    !names.has('publishername')
    ? '1.4'
    : newest;
}

/**
 * Whether a version has a column.
 *
 * @internal
 */
export function hasColumn(
  version: FocusVersion,
  column: { since: FocusVersion; until?: FocusVersion },
): boolean {
  const index = versions.indexOf(version);
  return (
    versions.indexOf(column.since) <= index &&
    (column.until === undefined || versions.indexOf(column.until) > index)
  );
}
