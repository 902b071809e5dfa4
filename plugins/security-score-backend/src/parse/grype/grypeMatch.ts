import { isDistributionPackage } from '@portal/plugin-security-score-common';
import {
  listOf,
  numberOf,
  objectOf,
  textOf,
  textsOf,
  wordOf,
} from '../json/objectOf';
import { readPackageUrl } from '../readPackageUrl';
import { readPath } from '../readPath';
import { readSeverity } from '../readSeverity';
import type { ParsedFinding } from '../ReportSink';

type Thing = Record<string, unknown>;

/** Reads one element of `matches` or `ignoredMatches`; undefined where it names no vulnerability or no package. */
export function grypeMatch(value: unknown): ParsedFinding | undefined {
  const match = objectOf(value);
  const vulnerability = objectOf(match.vulnerability);
  const artifact = objectOf(match.artifact);
  const name = textOf(vulnerability.id);
  const packageName = textOf(artifact.name);
  if (!name || !packageName) {
    return undefined;
  }
  const related = listOf(match.relatedVulnerabilities).map(objectOf);
  const others = new Set(
    related.flatMap(({ id }) => textOf(id) ?? []).filter(id => id !== name),
  );
  const purl = textOf(artifact.purl);
  const read = readPackageUrl(purl);
  const all = [vulnerability, ...related];
  return {
    kind: 'vulnerability',
    name,
    // An advisory that is related to several speaks of all of them, and is the name of none.
    aliases: others.size === 1 ? [name, ...others] : [name],
    title: `${name} in ${packageName}`,
    description: all
      .map(({ description }) => textOf(description))
      .find(text => text !== undefined),
    package: {
      type: read?.type,
      // Grype names artifacts of Java without their group.
      name: read?.type === 'maven' ? read.name : packageName,
      version: textOf(artifact.version) ?? read?.version,
      purl,
      fixVersions: textsOf(objectOf(vulnerability.fix).versions),
    },
    path: isDistributionPackage(read?.type)
      ? undefined
      : readPath(objectOf(listOf(artifact.locations)[0]).path),
    severity: readSeverity(vulnerability.severity),
    ...cvssOf(all),
    epss: numberOf(objectOf(listOf(vulnerability.epss)[0]).epss),
    kev: listOf(vulnerability.knownExploited).length > 0 ? true : undefined,
    cwes: listOf(vulnerability.cwes).flatMap(
      item => textOf(objectOf(item).cwe) ?? [],
    ),
    links: [
      textOf(vulnerability.dataSource) ?? '',
      ...textsOf(vulnerability.urls),
    ],
    suppressed: suppression(match),
  };
}

/** The newest version first, and of each the vulnerability that matched before those that are related to it. */
function cvssOf(
  all: Thing[],
): Pick<ParsedFinding, 'cvssVectors' | 'cvssScore'> {
  const version = (item: Thing) => Number.parseFloat(wordOf(item.version)) || 0;
  const found = all
    .flatMap(({ cvss }) => listOf(cvss).map(objectOf))
    .sort((one, other) => version(other) - version(one));
  return {
    cvssVectors: found.flatMap(({ vector }) => textOf(vector) ?? []),
    cvssScore: found
      .map(({ metrics }) => numberOf(objectOf(metrics).baseScore))
      .find(score => score !== undefined),
  };
}

/** The rules of a configuration, VEX and Grype itself take matches out. */
function suppression(match: Thing): ParsedFinding['suppressed'] {
  if (!Array.isArray(match.appliedIgnoreRules)) {
    return undefined;
  }
  const rule = objectOf(match.appliedIgnoreRules[0]);
  const reason = [
    rule.reason,
    rule['vex-status'],
    rule['vex-justification'],
    rule['fix-state'],
  ]
    .map(textOf)
    .filter(Boolean)
    .join(': ');
  return { reason: reason || 'a rule of Grype' };
}
