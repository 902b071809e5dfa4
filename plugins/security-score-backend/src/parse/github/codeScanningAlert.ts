import { listOf, numberOf, objectOf, textOf } from '../json/objectOf';
import { readPath } from '../readPath';
import { readSeverity } from '../readSeverity';
import type { ParsedFinding } from '../ReportSink';
import { alertState } from './alertState';

type Thing = Record<string, unknown>;

/** One alert of code scanning. Undefined where it names no rule. */
export function codeScanningAlert(alert: Thing): ParsedFinding | undefined {
  const rule = objectOf(alert.rule);
  const instance = objectOf(alert.most_recent_instance);
  const location = objectOf(instance.location);
  const name = textOf(rule.id) ?? textOf(rule.name);
  if (!name) {
    return undefined;
  }
  const message = textOf(objectOf(instance.message).text);
  const number = numberOf(alert.number);
  return {
    kind: 'code',
    name,
    title: textOf(rule.description) ?? textOf(rule.full_description) ?? name,
    description: [message, textOf(rule.full_description)]
      .filter(Boolean)
      .join('\n\n'),
    path: readPath(location.path),
    line: numberOf(location.start_line),
    // GitHub follows an alert through changes of its file by its number.
    fingerprint: number === undefined ? undefined : `alert:${number}`,
    severity: readSeverity(rule.security_severity_level ?? rule.severity),
    cwes: listOf(rule.tags)
      .flatMap(
        tag =>
          /^external\/cwe\/cwe-0*(\d{1,6})$/i.exec(textOf(tag) ?? '')?.[1] ??
          [],
      )
      .map(cwe => `CWE-${cwe}`),
    links: [alert.html_url, rule.help_uri].flatMap(link => textOf(link) ?? []),
    ...alertState(alert.state, alert.dismissed_reason, alert.dismissed_comment),
  };
}
