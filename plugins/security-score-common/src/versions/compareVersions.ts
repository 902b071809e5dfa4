import { compare as compareSemver, parse as parseSemver } from 'semver';
import {
  compare as comparePep440,
  valid as validPep440,
} from '@renovatebot/pep440';
import { compareDebian } from './compareDebian';
import { compareMaven } from './compareMaven';

const longestVersion = 256;

/**
 * Compares two versions by the rules of the ecosystem: semver 2.0 for npm, Go and cargo, PEP 440 for PyPI, Maven's own for maven, dpkg's
 * for deb, and for all others dpkg's without epochs, which is what sorts most of them rightly.
 *
 * @param type - of the package URL.
 * @returns Negative, zero or positive; undefined where one of them is no version there.
 * @public
 */
export function compareVersions(
  type: string,
  one: string,
  other: string,
): number | undefined {
  if (Math.max(one.length, other.length) > longestVersion) {
    return undefined;
  }
  if (one === other) {
    return 0;
  }
  switch (type) {
    case 'npm':
    case 'golang':
    case 'cargo':
    case 'hex':
    case 'pub':
    case 'swift':
    case 'github':
      return bySemver(one, other);
    case 'pypi':
      return validPep440(one) && validPep440(other)
        ? comparePep440(one, other)
        : undefined;
    case 'maven':
      return one && other ? compareMaven(one, other) : undefined;
    default:
      return one && other ? compareDebian(one, other) : undefined;
  }
}

function bySemver(one: string, other: string): number | undefined {
  const [first, second] = [readSemver(one), readSemver(other)];
  return first && second ? compareSemver(first, second) : undefined;
}

/** With `v` before it, and with what is missing of three numbers as zeros: Go and advisories write both. */
function readSemver(text: string) {
  const match = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?([-+].*)?$/.exec(text.trim());
  if (!match) {
    return undefined;
  }
  const [, major, minor = '0', patch = '0', rest = ''] = match;
  const core = [major, minor, patch].map(part => part.replace(/^0+(?=\d)/, ''));
  return parseSemver(`${core.join('.')}${rest}`, { loose: true }) ?? undefined;
}

/**
 * The lowest of some versions that is above one; undefined where none is.
 *
 * @public
 */
export function lowestAbove(
  type: string,
  version: string,
  candidates: readonly string[],
): string | undefined {
  return candidates.reduce<string | undefined>((lowest, candidate) => {
    const isAbove = (compareVersions(type, candidate, version) ?? -1) > 0;
    const isLower =
      lowest === undefined ||
      (compareVersions(type, candidate, lowest) ?? 0) < 0;
    return isAbove && isLower ? candidate : lowest;
  }, undefined);
}
