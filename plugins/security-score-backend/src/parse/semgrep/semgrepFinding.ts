import {
  packageTypeOf,
  type FindingKind,
  type Severity,
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
import { readSeverity } from '../readSeverity';
import type { ParsedFinding } from '../ReportSink';
import { isSecretRule } from './isSecretRule';

type Thing = Record<string, unknown>;

/** The levels of rules, which are no severities in other tools' words: an INFO is a low one. */
const levels: Partial<Record<string, Severity>> = {
  ERROR: 'high',
  WARNING: 'medium',
  INFO: 'low',
  INVENTORY: 'info',
  EXPERIMENT: 'info',
};

/** Reads one result; undefined where it has no rule. */
export function semgrepFinding(value: unknown): ParsedFinding | undefined {
  const result = objectOf(value);
  const rule = textOf(result.check_id);
  if (rule === undefined) {
    return undefined;
  }
  const extra = objectOf(result.extra);
  const metadata = objectOf(extra.metadata);
  const component = objectOf(extra.sca_info);
  const dependency = objectOf(
    objectOf(component.dependency_match).found_dependency,
  );
  const kind = kindOf(rule, extra, dependency);
  return {
    kind,
    severity: severityOf(extra.severity),
    cwes: listOf(metadata.cwe)
      .concat(textOf(metadata.cwe) ?? [])
      .flatMap(text => /^CWE-\d{1,5}\b/.exec(wordOf(text))?.[0] ?? []),
    links: [
      textOf(metadata.source) ?? '',
      textOf(metadata.shortlink) ?? '',
      ...textsOf(metadata.references),
    ],
    suppressed:
      extra.is_ignored === true
        ? { reason: 'a comment in the code: nosemgrep' }
        : undefined,
    ...(kind === 'vulnerability'
      ? ofComponent(rule, extra, metadata, component, dependency)
      : ofCode(kind, rule, extra, result)),
  };
}

function kindOf(rule: string, extra: Thing, dependency: Thing): FindingKind {
  if (textOf(dependency.package) !== undefined) {
    return 'vulnerability';
  }
  const validation = textOf(extra.validation_state);
  return isSecretRule(rule) ||
    objectOf(extra.metadata).product === 'secrets' ||
    (validation !== undefined && validation !== 'NO_VALIDATOR')
    ? 'secret'
    : 'code';
}

/** The message of a rule for secrets may hold what was found, and the fingerprint is made of it. */
function ofCode(
  kind: FindingKind,
  rule: string,
  extra: Thing,
  { path, start }: Thing,
): Pick<
  ParsedFinding,
  'name' | 'title' | 'description' | 'path' | 'line' | 'fingerprint'
> {
  const place = {
    name: rule,
    path: readPath(path),
    line: numberOf(objectOf(start).line),
  };
  if (kind === 'secret') {
    const own = rule.slice(rule.lastIndexOf('.') + 1).replaceAll('-', ' ');
    return {
      ...place,
      title: own ? own[0].toUpperCase() + own.slice(1) : rule,
    };
  }
  const fingerprint = textOf(extra.fingerprint);
  const message = textOf(extra.message);
  return {
    ...place,
    title: message ?? rule,
    description: message,
    // What Semgrep writes there for those who have not signed in.
    fingerprint: fingerprint === 'requires login' ? undefined : fingerprint,
  };
}

/** A finding of Supply Chain: a component, and whether its vulnerable code is reached. */
function ofComponent(
  rule: string,
  extra: Thing,
  metadata: Thing,
  component: Thing,
  dependency: Thing,
): Omit<ParsedFinding, 'kind' | 'severity'> {
  const packageName = textOf(dependency.package)!;
  const name = textOf(metadata['sca-vuln-database-identifier']) ?? rule;
  const transitivity = textOf(dependency.transitivity);
  const isSaid = transitivity === 'direct' || transitivity === 'transitive';
  return {
    name,
    title: `${name} in ${packageName}`,
    description: textOf(extra.message),
    package: {
      type: packageTypeOf(dependency.ecosystem),
      name: packageName,
      version: textOf(dependency.version),
      direct: isSaid ? transitivity === 'direct' : undefined,
      fixVersions: listOf(metadata['sca-fix-versions']).flatMap(fix =>
        textsOf(Object.values(objectOf(fix))),
      ),
    },
    path: readPath(
      dependency.lockfile_path ?? objectOf(component.dependency_match).lockfile,
    ),
    reachable: reachability(component, metadata),
  };
}

/** A rule that only compares versions says nothing of what is reached. */
function reachability(component: Thing, metadata: Thing): boolean | undefined {
  if (component.reachable === true) {
    return true;
  }
  return component.reachable === false && metadata['sca-kind'] === 'reachable'
    ? false
    : undefined;
}

function severityOf(word: unknown): Severity {
  const level = typeof word === 'string' ? word.toUpperCase() : '';
  return (
    (Object.hasOwn(levels, level) ? levels[level] : undefined) ??
    readSeverity(word)
  );
}
