import parse from 'spdx-expression-parse';
import type { LicenceVerdict } from './Licences';

/**
 * What an organisation allows. Ids of SPDX without versions of the list; `*` at the end of one stands for any rest.
 *
 * @public
 */
export type LicencePolicy = {
  allowed: string[];
  review: string[];
  denied: string[];
};

/**
 * The policy where none is configured: permissive licences are allowed, those with conditions for what they are linked to are to be
 * looked at, and those that reach what is offered over a network are denied.
 *
 * @public
 */
export const defaultLicencePolicy: LicencePolicy = {
  allowed: [
    '0BSD',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'BSD-*',
    'BSL-1.0',
    'CC0-1.0',
    'curl',
    'HPND',
    'ISC',
    'MIT',
    'MIT-0',
    'PostgreSQL',
    'PSF-2.0',
    'Python-2.0',
    'Unicode-*',
    'Unlicense',
    'Zlib',
  ],
  review: ['CC-BY-*', 'CDDL-*', 'EPL-*', 'GPL-*', 'LGPL-*', 'MPL-*'],
  denied: ['AGPL-*', 'BUSL-*', 'Elastic-*', 'SSPL-*'],
};

const order: LicenceVerdict[] = ['allowed', 'review', 'unknown', 'denied'];
const longestExpression = 1000;

/** Old ids that SPDX replaced. */
const replaced: Partial<Record<string, string>> = {
  'GPL-2.0': 'GPL-2.0-only',
  'GPL-2.0+': 'GPL-2.0-or-later',
  'GPL-3.0': 'GPL-3.0-only',
  'LGPL-2.1': 'LGPL-2.1-only',
  'LGPL-3.0': 'LGPL-3.0-only',
  'AGPL-3.0': 'AGPL-3.0-only',
};

/**
 * What a policy says of an SPDX expression: of `A OR B` the better, of `A AND B` the worse. What is no expression, or names a licence
 * that the policy does not, is unknown, and none is.
 *
 * @public
 */
export function licenceVerdict(
  expression: string,
  policy: LicencePolicy = defaultLicencePolicy,
): { verdict: LicenceVerdict; reason: string } {
  const text = expression.trim();
  if (text === '' || text === 'NOASSERTION' || text === 'NONE') {
    return { verdict: 'unknown', reason: 'No licence is declared' };
  }
  if (text.length > longestExpression) {
    return { verdict: 'unknown', reason: 'Not an SPDX expression' };
  }
  try {
    return verdictOf(parse(replaced[text] ?? text), policy);
  } catch {
    return { verdict: 'unknown', reason: 'Not an SPDX expression' };
  }
}

type Node = ReturnType<typeof parse>;

function verdictOf(
  node: Node,
  policy: LicencePolicy,
): { verdict: LicenceVerdict; reason: string } {
  if ('conjunction' in node) {
    const left = verdictOf(node.left, policy);
    const right = verdictOf(node.right, policy);
    const leftIsBetter =
      order.indexOf(left.verdict) <= order.indexOf(right.verdict);
    return (node.conjunction === 'or') === leftIsBetter ? left : right;
  }
  const { license } = node as { license: string };
  for (const verdict of ['denied', 'review', 'allowed'] as const) {
    const rule = policy[verdict].find(pattern => fits(license, pattern));
    if (rule) {
      return { verdict, reason: `The policy names ${rule}: ${verdict}` };
    }
  }
  return { verdict: 'unknown', reason: `The policy does not name ${license}` };
}

function fits(license: string, pattern: string): boolean {
  return pattern.endsWith('*')
    ? license.startsWith(pattern.slice(0, -1))
    : license === pattern;
}
