import { textOf, textsOf } from '../json/objectOf';

const githubId = /\bGHSA(?:-[0-9a-z]{4}){3}\b/i;
const cweId = /\bCWE-\d{1,5}\b/g;

/**
 * The names of an advisory of npm: GitHub's, which its address has where no member of its own does, before its number. Where it
 * speaks of several CVEs none of them is an alias, as they are not the same vulnerability.
 */
export function readAdvisoryNames(
  advisory: Record<string, unknown>,
): { name: string; aliases: string[] } | undefined {
  const github =
    githubId.exec(textOf(advisory.github_advisory_id) ?? '')?.[0] ??
    githubId.exec((textOf(advisory.url) ?? '').slice(0, 1000))?.[0];
  const cves = textsOf(advisory.cves);
  const number = [advisory.id, advisory.source, advisory.ID].find(
    id => typeof id === 'number' || textOf(id) !== undefined,
  );
  const aliases = [
    ...(github ? [`GHSA${github.slice(4).toLowerCase()}`] : []),
    ...(cves.length === 1 ? cves : []),
  ];
  const name =
    aliases[0] ??
    cves[0] ??
    (number === undefined
      ? undefined
      : `npm-advisory-${String(number).slice(0, 40)}`);
  return name === undefined ? undefined : { name, aliases };
}

/**
 * The versions that fix it: where what is patched begins, else where what is vulnerable ends. `<0.0.0` is how npm says that nothing
 * is patched.
 */
export function fixesInRange(
  patched: string | undefined,
  vulnerable: string | undefined,
): string[] {
  const range = patched ?? vulnerable ?? '';
  const bound = patched
    ? />=\s*v?(\d[\w.+-]{0,60})/g
    : /<(?!=)\s*v?(\d[\w.+-]{0,60})/g;
  return [...range.slice(0, 2000).matchAll(bound)]
    .map(([, version]) => version)
    .filter(version => version !== '0.0.0');
}

/** The weaknesses, which npm wrote as a text, as a list, and as a list in a text. */
export function readCwes(value: unknown): string[] {
  const text = Array.isArray(value) ? textsOf(value).join(' ') : textOf(value);
  return (text ?? '').slice(0, 4000).match(cweId) ?? [];
}
