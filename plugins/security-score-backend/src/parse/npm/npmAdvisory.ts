import { listOf, numberOf, objectOf, textOf, textsOf } from '../json/objectOf';
import { readSeverity } from '../readSeverity';
import type { ParsedFinding } from '../ReportSink';
import { fixesInRange, readAdvisoryNames, readCwes } from './advisoryNames';

/** How pnpm begins a way to a package: with the project, `.` at the root, else its folder with `__` for `/`. */
export const projectFolder = /^(?:\.|[^>]*__[^>]*)>/;

/**
 * An advisory as the registry's first audit answered it, and as npm 6, Yarn 1 to 3 and pnpm still write it: one finding for each
 * installed version. Empty where it names no package.
 *
 * @param path - the lock file that was audited; absent where the report can be of several.
 */
export function npmAdvisory(
  value: unknown,
  path: string | undefined,
): ParsedFinding[] {
  const advisory = objectOf(value);
  const packageName = textOf(advisory.module_name);
  const names = readAdvisoryNames(advisory);
  if (!packageName || !names) {
    return [];
  }
  const { vectorString, score } = objectOf(advisory.cvss);
  const vector = textOf(vectorString);
  const installed = listOf(advisory.findings).map(objectOf);
  const byVersion = new Map<string, unknown[]>();
  for (const { version, paths } of installed) {
    const key = textOf(version) ?? '';
    byVersion.set(key, [...(byVersion.get(key) ?? []), ...listOf(paths)]);
  }
  if (byVersion.size === 0) {
    byVersion.set('', []);
  }
  return [...byVersion].map(([version, paths]) => ({
    kind: 'vulnerability',
    ...names,
    title: textOf(advisory.title) ?? `${names.name} in ${packageName}`,
    description: [advisory.overview, advisory.recommendation]
      .map(textOf)
      .filter(Boolean)
      .join('\n\n'),
    package: {
      type: 'npm',
      name: packageName,
      version: version || undefined,
      direct: isDirect(paths),
      fixVersions: fixesInRange(
        textOf(advisory.patched_versions),
        textOf(advisory.vulnerable_versions),
      ),
    },
    path,
    severity: readSeverity(advisory.severity),
    cvssVectors: vector ? [vector] : undefined,
    // npm writes 0 where it has no score.
    cvssScore: numberOf(score) || undefined,
    cwes: readCwes(advisory.cwe),
    links: [
      textOf(advisory.url) ?? '',
      ...(textOf(advisory.references) ?? '').slice(0, 20_000).split(/[\s)]+/),
    ],
  }));
}

/** `a>b` is b, got through a. */
function isDirect(paths: readonly unknown[]): boolean | undefined {
  const chains = textsOf(paths).map(chain =>
    chain.slice(0, 2000).replace(projectFolder, '').split('>'),
  );
  return chains.length === 0
    ? undefined
    : chains.some(chain => chain.length === 1);
}
