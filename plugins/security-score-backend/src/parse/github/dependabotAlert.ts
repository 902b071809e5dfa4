import { packageTypeOf } from '@portal/plugin-security-score-common';
import { listOf, numberOf, objectOf, textOf } from '../json/objectOf';
import { readPath } from '../readPath';
import { readSeverity } from '../readSeverity';
import type { ParsedFinding } from '../ReportSink';
import { alertState } from './alertState';

type Thing = Record<string, unknown>;

/** One alert of Dependabot, as GitHub's REST API and its webhooks give it. Undefined where it names no advisory or package. */
export function dependabotAlert(alert: Thing): ParsedFinding | undefined {
  const dependency = objectOf(alert.dependency);
  const vulnerability = objectOf(alert.security_vulnerability);
  const advisory = objectOf(alert.security_advisory);
  const { ecosystem, name } = {
    ...objectOf(vulnerability.package),
    ...objectOf(dependency.package),
  };
  const severities = objectOf(advisory.cvss_severities);
  return advisoryFinding({
    ecosystem,
    name,
    names: [
      advisory.cve_id,
      advisory.ghsa_id,
      ...identifiersOf(advisory.identifiers),
    ],
    summary: advisory.summary,
    description: advisory.description,
    severity: vulnerability.severity ?? advisory.severity,
    vectors: [
      objectOf(severities.cvss_v4).vector_string,
      objectOf(severities.cvss_v3).vector_string,
      objectOf(advisory.cvss).vector_string,
    ],
    epss: objectOf(advisory.epss).percentage,
    cwes: listOf(advisory.cwes).map(cwe => objectOf(cwe).cwe_id),
    links: [
      alert.html_url,
      ...listOf(advisory.references).map(link => objectOf(link).url),
    ],
    requirements: vulnerability.vulnerable_version_range,
    fixed: objectOf(vulnerability.first_patched_version).identifier,
    path: dependency.manifest_path,
    relationship: dependency.relationship,
    state: alertState(
      alert.state,
      alert.dismissed_reason,
      alert.dismissed_comment,
    ),
  });
}

/** One alert as GitHub's GraphQL API gives it. */
export function graphqlAlert(alert: Thing): ParsedFinding | undefined {
  const vulnerability = objectOf(alert.securityVulnerability);
  const advisory = objectOf({
    ...objectOf(alert.securityAdvisory),
    ...objectOf(vulnerability.advisory),
  });
  const { ecosystem, name } = objectOf(vulnerability.package);
  const severities = objectOf(advisory.cvssSeverities);
  return advisoryFinding({
    ecosystem,
    name,
    names: [...identifiersOf(advisory.identifiers), advisory.ghsaId],
    summary: advisory.summary,
    description: advisory.description,
    severity: vulnerability.severity ?? advisory.severity,
    vectors: [
      objectOf(severities.cvssV4).vectorString,
      objectOf(severities.cvssV3).vectorString,
      objectOf(advisory.cvss).vectorString,
    ],
    epss: objectOf(advisory.epss).percentage,
    cwes: listOf(objectOf(advisory.cwes).nodes).map(cwe => objectOf(cwe).cweId),
    links: listOf(advisory.references).map(link => objectOf(link).url),
    requirements: alert.vulnerableRequirements,
    fixed: objectOf(vulnerability.firstPatchedVersion).identifier,
    path: alert.vulnerableManifestPath ?? alert.vulnerableManifestFilename,
    relationship: alert.dependencyRelationship,
    state: alertState(alert.state, alert.dismissReason, alert.dismissComment),
  });
}

type Advisory = Record<
  | 'ecosystem'
  | 'name'
  | 'summary'
  | 'description'
  | 'severity'
  | 'epss'
  | 'requirements'
  | 'fixed'
  | 'path'
  | 'relationship',
  unknown
> & {
  names: unknown[];
  vectors: unknown[];
  cwes: unknown[];
  links: unknown[];
  state: Pick<ParsedFinding, 'suppressed' | 'gone'>;
};

function advisoryFinding(advisory: Advisory): ParsedFinding | undefined {
  const names = [
    ...new Set(advisory.names.flatMap(name => textOf(name) ?? [])),
  ];
  const packageName = textOf(advisory.name);
  const best =
    names.find(name => /^CVE-/i.test(name)) ??
    names.find(name => /^GHSA-/i.test(name)) ??
    names[0];
  if (!best || !packageName) {
    return undefined;
  }
  // Only what is pinned to one version tells which version there is.
  const version = /^\s*=\s*v?([\w.+-]{1,100})\s*$/.exec(
    textOf(advisory.requirements)?.slice(0, 200) ?? '',
  )?.[1];
  const fixed = textOf(advisory.fixed);
  const relationship = textOf(advisory.relationship)?.toLowerCase();
  return {
    kind: 'vulnerability',
    name: best,
    aliases: names,
    title: textOf(advisory.summary) ?? `${best} in ${packageName}`,
    description: textOf(advisory.description),
    package: {
      type: packageTypeOf(advisory.ecosystem),
      name: packageName,
      version,
      fixVersions: fixed ? [fixed] : [],
      direct: relationshipOf(relationship),
    },
    path: readPath(advisory.path),
    severity: readSeverity(advisory.severity),
    cvssVectors: advisory.vectors.flatMap(vector => textOf(vector) ?? []),
    epss: numberOf(advisory.epss),
    cwes: advisory.cwes.flatMap(cwe => textOf(cwe) ?? []),
    links: advisory.links.flatMap(link => textOf(link) ?? []),
    ...advisory.state,
  };
}

function identifiersOf(value: unknown): unknown[] {
  return listOf(value).map(identifier => objectOf(identifier).value);
}

function relationshipOf(word: string | undefined): boolean | undefined {
  if (word === 'direct') {
    return true;
  }
  return word === 'transitive' ? false : undefined;
}
