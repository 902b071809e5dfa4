import type {
  FindingKind,
  Severity,
} from '@portal/plugin-security-score-common';
import { lockFileType } from '../lockFileType';
import {
  listOf,
  numberOf,
  objectOf,
  textOf,
  textsOf,
  wordOf,
} from '../json/objectOf';
import { readSeverity, severityOfScore } from '../readSeverity';
import type { ParsedFinding } from '../ReportSink';
import { isSecretRule } from '../semgrep/isSecretRule';
import { namedPackage, type NamedPackage } from './namedPackage';
import { messageText, type SarifRun } from './SarifRun';

type Thing = Record<string, unknown>;

const vulnerabilityId =
  /\b(CVE-\d{4}-\d{4,10}|GHSA(?:-[0-9a-z]{4}){3}|SNYK-[A-Z0-9-]{4,80}|(?:GO|PYSEC|RUSTSEC|OSV|MAL|GMS|ALPINE-CVE|DEBIAN-CVE|UBUNTU-CVE)-\d{4}-\d{1,10})/i;
const secretTools =
  /^(?:gitleaks|trufflehog|detect-secrets|ggshield|gitguardian|talisman|whispers|noseyparker|kingfisher)/;
const settingTools =
  /^(?:checkov|kics|tfsec|terrascan|kube-?linter|kube-score|kubesec|polaris|hadolint|dockle|cfn-lint|cfn-nag|snyk-infrastructure|snyk-iac|template-analyzer)/;

/** Reads one result of a run; undefined where nothing says what was found. */
export function sarifFinding(
  result: Thing,
  run: SarifRun,
): ParsedFinding | undefined {
  let rule = run.ruleOf(result);
  const message = messageText(result.message, rule);
  const ownId = textOf(result.ruleId) ?? textOf(objectOf(result.rule).id);
  if (ownId === undefined && rule.id === undefined) {
    rule = run.ruleInMessage(message) ?? rule;
  }
  const id = ownId ?? textOf(rule.id);
  const kind = kindOf(id, rule, run.tool);
  const named = kind === 'vulnerability' ? namedPackage(message) : undefined;
  const properties = {
    ...objectOf(rule.properties),
    ...objectOf(result.properties),
  };
  const location = objectOf(
    objectOf(listOf(result.locations)[0]).physicalLocation,
  );
  const isOfSystem =
    rule.name === 'OsPackageVulnerability' ||
    ['apk', 'deb', 'rpm'].includes(named?.package?.type ?? '');
  const path = run.pathOf(location);
  const name =
    kind === 'vulnerability' ? vulnerabilityId.exec(id ?? '')?.[1] ?? id : id;
  if (name === undefined && kind !== 'secret' && message === '') {
    return undefined;
  }
  const score = numberOf(properties['security-severity']);
  return {
    kind,
    // The message of a tool for secrets may hold what was found.
    name: name ?? (kind === 'secret' ? 'secret' : message),
    aliases: named?.aliases,
    ...texts(kind, rule, message, name),
    package: named?.package && {
      ...named.package,
      type: named.package.type ?? (isOfSystem ? undefined : lockFileType(path)),
    },
    path: isOfSystem ? undefined : path,
    line:
      kind === 'vulnerability'
        ? undefined
        : numberOf(objectOf(location.region).startLine),
    fingerprint: fingerprint(kind, result),
    severity: severityOf(result, rule, run.tool, named, score),
    cvssVectors: vectors(properties),
    cvssScore: kind === 'vulnerability' && score ? score : undefined,
    cwes: cwes(rule, properties),
    links: [textOf(rule.helpUri) ?? ''],
    suppressed: suppression(result),
    gone: result.baselineState === 'absent' || undefined,
  };
}

function kindOf(
  id: string | undefined,
  rule: Thing,
  tool: string,
): FindingKind {
  const tags = textsOf(objectOf(rule.properties).tags).map(tag =>
    tag.toLowerCase(),
  );
  const name = textOf(rule.name)?.toLowerCase() ?? '';
  if (
    secretTools.test(tool) ||
    /^CKV_SECRET/.test(id ?? '') ||
    (tool.startsWith('semgrep') && isSecretRule(id)) ||
    name === 'secret' ||
    tags.includes('secret') ||
    tags.includes('secrets')
  ) {
    return 'secret';
  }
  if (
    settingTools.test(tool) ||
    name === 'misconfiguration' ||
    tags.includes('misconfiguration')
  ) {
    return 'misconfiguration';
  }
  return (id !== undefined && vulnerabilityId.test(id)) ||
    name.endsWith('packagevulnerability') ||
    tags.includes('vulnerability')
    ? 'vulnerability'
    : 'code';
}

function texts(
  kind: FindingKind,
  rule: Thing,
  message: string,
  name: string | undefined,
): Pick<ParsedFinding, 'title' | 'description'> {
  const short = textOf(objectOf(rule.shortDescription).text);
  const full = textOf(objectOf(rule.fullDescription).text);
  const ruleName = textOf(rule.name);
  if (kind === 'secret') {
    return {
      title: short ?? ruleName ?? name ?? 'A secret',
      description: full,
    };
  }
  if (kind === 'vulnerability') {
    return {
      title: short ?? (message || name) ?? '',
      description: full ?? message,
    };
  }
  const ownTitle =
    short && !short.startsWith('Semgrep Finding') ? short : undefined;
  return {
    title: ownTitle ?? (message || ruleName || name) ?? '',
    description: [message, full]
      .filter(text => text && text !== ownTitle)
      .join('\n\n'),
  };
}

/** What the tool says of its finding, in the order in which it is precise. */
function severityOf(
  result: Thing,
  rule: Thing,
  tool: string,
  named: NamedPackage | undefined,
  score: number | undefined,
): Severity {
  const word = readSeverity(named?.severity ?? wordIn(result));
  // Trivy's score is NVD's or a vendor's; the word in its message is its own verdict, as in its other formats.
  if (tool === 'trivy' && (named?.severity ?? wordIn(result))) {
    return word;
  }
  if (score !== undefined && score > 0 && score <= 10) {
    return severityOfScore(score);
  }
  if (word !== 'unknown') {
    return word;
  }
  const level =
    textOf(result.level) ??
    textOf(objectOf(rule.defaultConfiguration).level) ??
    'warning';
  return readSeverity(level);
}

function wordIn(result: Thing): string | undefined {
  const text = textOf(objectOf(result.message).text)?.slice(0, 4000);
  return text && /(?:^|\n) *Severity *: *(\w{1,20})/.exec(text)?.[1];
}

/**
 * Only what the tool made to tell results apart: no hash of a whole file, and no "requires login". A secret in the history is found
 * in a commit, which tells it from the same line of another; a hash of it would be a hash of a secret.
 */
function fingerprint(kind: FindingKind, result: Thing): string | undefined {
  const partial = objectOf(result.partialFingerprints);
  if (kind === 'secret') {
    const commit =
      textOf(objectOf(result.properties).commit) ?? textOf(partial.commitSha);
    const line = numberOf(
      objectOf(
        objectOf(objectOf(listOf(result.locations)[0]).physicalLocation).region,
      ).startLine,
    );
    return commit && /^[0-9a-f]{7,64}$/i.test(commit)
      ? `${commit.slice(0, 40)}:${line ?? ''}`
      : undefined;
  }
  if (kind !== 'code') {
    return undefined;
  }
  const made = [
    ...Object.entries(objectOf(result.fingerprints)).sort(),
    ...Object.entries(partial)
      .filter(([key]) => /lineHash|matchBasedId|context|location/i.test(key))
      .sort(),
  ];
  return made
    .map(([, value]) => value)
    .find(
      (value): value is string =>
        typeof value === 'string' &&
        /^[\w:+/=.-]{8,200}$/.test(value) &&
        /[0-9a-f]{8}/i.test(value),
    );
}

function vectors(properties: Thing): string[] {
  return Object.entries(properties)
    .filter(
      ([key, value]) =>
        /^cvss.*vector$/i.test(key) && typeof value === 'string',
    )
    .sort(([left], [right]) => (left < right ? 1 : -1))
    .map(([, value]) => value as string);
}

function cwes(rule: Thing, properties: Thing): string[] {
  const told = [
    ...textsOf(properties.tags),
    ...[properties.cwe].flat().filter(cwe => typeof cwe === 'string'),
    ...listOf(rule.relationships).map(relationship => {
      const target = objectOf(objectOf(relationship).target);
      const of = textOf(objectOf(target.toolComponent).name);
      return of === 'CWE'
        ? `cwe-${wordOf(target.id).replace(/^cwe-/i, '')}`
        : '';
    }),
  ];
  return told.flatMap(text => {
    const number = /\bcwe[-/ :]0*(\d{1,6})\b/i.exec(
      wordOf(text).replace(/^external\/cwe\//i, ''),
    )?.[1];
    return number ? [`CWE-${number}`] : [];
  });
}

/** By the standard a result is suppressed when it has suppressions, and none is refused or still looked at. */
function suppression(result: Thing): ParsedFinding['suppressed'] {
  const list = listOf(result.suppressions).map(objectOf);
  if (
    list.length === 0 ||
    list.some(({ status }) => status === 'underReview' || status === 'rejected')
  ) {
    return undefined;
  }
  const reasons = list.map(
    ({ justification, kind }) =>
      textOf(justification) ??
      (kind === 'inSource'
        ? 'suppressed in the source'
        : 'suppressed outside of the source'),
  );
  return { reason: [...new Set(reasons)].join('; ') };
}
