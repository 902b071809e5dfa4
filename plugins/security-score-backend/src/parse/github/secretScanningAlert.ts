import { numberOf, objectOf, textOf } from '../json/objectOf';
import { readPath } from '../readPath';
import type { ParsedFinding } from '../ReportSink';
import { alertState } from './alertState';

type Thing = Record<string, unknown>;

/**
 * One alert of secret scanning. The secret itself is not looked at.
 *
 * GitHub gives secrets no severity: one that it has tried and that works is critical, one that no longer does is low, any other
 * high.
 */
export function secretScanningAlert(alert: Thing): ParsedFinding | undefined {
  const type = textOf(alert.secret_type);
  if (!type) {
    return undefined;
  }
  const location = objectOf(alert.first_location_detected);
  const number = numberOf(alert.number);
  const name = textOf(alert.secret_type_display_name) ?? type;
  return {
    kind: 'secret',
    name: type,
    title: alert.publicly_leaked === true ? `${name}, leaked in public` : name,
    description: [
      alert.validity === 'active'
        ? 'GitHub has tried it: it works.'
        : undefined,
      alert.validity === 'inactive'
        ? 'GitHub has tried it: it no longer works.'
        : undefined,
      alert.push_protection_bypassed === true
        ? 'Push protection was bypassed for it.'
        : undefined,
    ]
      .filter(Boolean)
      .join(' '),
    path: readPath(location.path),
    line: numberOf(location.start_line),
    fingerprint: number === undefined ? undefined : `alert:${number}`,
    severity: severityOf(alert.validity),
    links: [alert.html_url].flatMap(link => textOf(link) ?? []),
    ...alertState(alert.state, alert.resolution, alert.resolution_comment),
  };
}

function severityOf(validity: unknown): 'critical' | 'high' | 'low' {
  if (validity === 'active') {
    return 'critical';
  }
  return validity === 'inactive' ? 'low' : 'high';
}
