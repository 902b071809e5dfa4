import {
  compareVersions,
  isDistributionPackage,
  packageTypeOf,
} from '@portal/plugin-security-score-common';
import {
  listOf,
  numberOf,
  objectOf,
  textOf,
  textsOf,
  wordOf,
} from '../json/objectOf';
import { readPath } from '../readPath';
import { readSeverity, severityOfScore } from '../readSeverity';
import type { ParsedFinding } from '../ReportSink';

type Thing = Record<string, unknown>;

/** Where services that build mount a repository: what comes after is the path in it. */
const workspaces =
  /^\/(?:github\/workspace|home\/runner\/work\/[^/]+\/[^/]+|home\/vsts\/work\/\d+\/s|workspaces\/[^/]+|workspace|src)\//;

/**
 * Reads one package of a result of OSV-Scanner: one finding for each record, as it lists them, with the names of all records that it
 * groups as one vulnerability, so that they come to be the same finding. Undefined where it names no package.
 */
export function osvFindings(
  value: unknown,
  source: unknown,
): ParsedFinding[] | undefined {
  const entry = objectOf(value);
  const of = objectOf(entry.package);
  const { type: kind, path } = objectOf(source);
  const version = textOf(of.version) ?? textOf(of.commit);
  // C and C++ are found by their commit, and named by where they lie.
  const name = textOf(of.name) ?? readPath(path)?.split('/').at(-1);
  if (name === undefined) {
    return undefined;
  }
  const type = packageTypeOf(of.ecosystem);
  const isInFile =
    !isDistributionPackage(type) && kind !== 'sbom' && kind !== 'git';
  const records = listOf(entry.vulnerabilities).map(objectOf);
  return groupsOf(entry, records).flatMap(group =>
    findingsOf(group, records, { type, name, version }).map(finding => ({
      ...finding,
      path: isInFile ? pathOf(path) : undefined,
    })),
  );
}

function pathOf(path: unknown): string | undefined {
  return typeof path === 'string'
    ? readPath(path.slice(0, 4000).replace(workspaces, ''))
    : undefined;
}

/** Versions before 1.4 may not group them; then each is its own. */
function groupsOf(entry: Thing, records: Thing[]): Thing[] {
  const groups = listOf(entry.groups)
    .map(objectOf)
    .filter(({ ids }) => textsOf(ids).length > 0);
  const grouped = new Set(groups.flatMap(({ ids }) => textsOf(ids)));
  return [
    ...groups,
    ...records
      .flatMap(({ id }) => textOf(id) ?? [])
      .filter(id => !grouped.has(id))
      .map(id => ({ ids: [id] })),
  ];
}

/** What is known of the vulnerability is the same in each, only its name and its words are the record's. */
function findingsOf(
  group: Thing,
  all: Thing[],
  of: { type?: string; name: string; version?: string },
): ParsedFinding[] {
  const ids = textsOf(group.ids);
  const records = all.filter(({ id }) => ids.includes(wordOf(id)));
  const first = <T>(read: (record: Thing) => T | undefined) =>
    records.map(read).find(value => value !== undefined);
  const score = numberOf(group.max_severity);
  const shared: Omit<ParsedFinding, 'name' | 'title'> = {
    kind: 'vulnerability',
    aliases: [
      ...ids,
      ...textsOf(group.aliases),
      ...records.flatMap(({ aliases }) => textsOf(aliases)),
      ...records.filter(isOneCve).flatMap(({ upstream }) => textsOf(upstream)),
    ],
    package: { ...of, fixVersions: fixVersionsOf(records, of) },
    ...severityOf(
      ids,
      score,
      first(record => textOf(objectOf(record.database_specific).severity)),
    ),
    cvssVectors: vectorsOf(records),
    cvssScore: score || undefined,
    cwes: records.flatMap(record =>
      textsOf(objectOf(record.database_specific).cwe_ids),
    ),
    reachable: reachability(group),
  };
  return ids.map(name => {
    const own = records.find(({ id }) => id === name) ?? {};
    return {
      ...shared,
      name,
      title:
        textOf(own.summary) ??
        first(({ summary }) => textOf(summary)) ??
        `${name} in ${of.name}`,
      description:
        textOf(own.details) ?? first(({ details }) => textOf(details)),
      links: [
        `https://osv.dev/vulnerability/${encodeURIComponent(name)}`,
        ...listOf(own.references).map(link => textOf(objectOf(link).url) ?? ''),
      ],
    };
  });
}

/** Who runs a malicious package is not safe at any score, so that its records have none. */
function severityOf(
  ids: string[],
  score: number | undefined,
  word: string | undefined,
): Pick<ParsedFinding, 'severity' | 'severitySource'> {
  if (score) {
    return { severity: severityOfScore(score) };
  }
  return word === undefined && ids.some(id => id.startsWith('MAL-'))
    ? {
        severity: 'critical',
        severitySource: 'the records of malicious packages',
      }
    : { severity: readSeverity(word) };
}

/** The record of a distribution about one CVE, as told from one about an update, which mends many. */
function isOneCve({ id, upstream }: Thing): boolean {
  return (
    /^(?:ALPINE|DEBIAN|UBUNTU)-CVE-/.test(wordOf(id)) &&
    textsOf(upstream).length === 1
  );
}

function vectorsOf(records: Thing[]): string[] {
  return ['CVSS_V4', 'CVSS_V3', 'CVSS_V2'].flatMap(version =>
    records
      .flatMap(({ severity }) => listOf(severity).map(objectOf))
      .filter(({ type }) => type === version)
      .flatMap(({ score }) => textOf(score) ?? []),
  );
}

/** Those above the version that is there, the lowest first. */
function fixVersionsOf(
  records: Thing[],
  { type, name, version }: { type?: string; name: string; version?: string },
): string[] {
  const fixed = records
    .flatMap(({ affected }) => listOf(affected).map(objectOf))
    .filter(affected => textOf(objectOf(affected.package).name) === name)
    .flatMap(({ ranges }) => listOf(ranges).map(objectOf))
    .filter(range => range.type !== 'GIT')
    .flatMap(({ events }) => listOf(events).map(objectOf))
    .flatMap(event => textOf(event.fixed) ?? []);
  const order = (one: string, other: string) =>
    (type === undefined ? undefined : compareVersions(type, one, other)) ?? 0;
  return [...new Set(fixed)]
    .filter(candidate => !version || order(candidate, version) >= 0)
    .sort(order);
}

/** What the analysis of calls says of the vulnerable functions. */
function reachability(group: Thing): boolean | undefined {
  const analysis = objectOf(
    group.experimentalAnalysis ?? group.experimental_analysis,
  );
  const calls = Object.values(analysis)
    .map(said => objectOf(said).called)
    .filter(called => typeof called === 'boolean');
  return calls.length === 0 ? undefined : calls.includes(true);
}
