import { numberOf, objectOf, textOf, textsOf } from '../json/objectOf';
import { readPath } from '../readPath';
import { readSeverity } from '../readSeverity';
import type { ParsedFinding } from '../ReportSink';

/** Reads one entry of `infrastructureAsCodeIssues`; undefined where it has no name. */
export function snykSetting(
  value: unknown,
  project: Record<string, unknown>,
): ParsedFinding | undefined {
  const entry = objectOf(value);
  const name = textOf(entry.publicId) ?? textOf(entry.id);
  if (name === undefined) {
    return undefined;
  }
  const said = objectOf(entry.iacDescription);
  const line = numberOf(entry.lineNumber);
  const link = textOf(entry.documentation);
  return {
    kind: 'misconfiguration',
    name,
    title: textOf(entry.title) ?? name,
    description: [
      entry.issue ?? said.issue,
      entry.impact ?? said.impact,
      entry.resolve ?? said.resolve,
    ]
      .map(textOf)
      .filter(Boolean)
      .join('\n\n'),
    path: readPath(project.targetFile),
    line: line && line > 0 ? line : undefined,
    fingerprint:
      line && line > 0
        ? undefined
        : textsOf(entry.path).join('.') || textOf(entry.msg),
    severity: readSeverity(entry.severity),
    links: link ? [link] : [],
    suppressed:
      entry.isIgnored === true ? { reason: 'ignored in Snyk' } : undefined,
  };
}
