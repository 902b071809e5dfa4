import type { ParsedFinding } from '../parse/ReportSink';
import { vulnerability } from './readingOf';

/** So many vulnerabilities, each in a package of its own, by number. */
export function manyVulnerabilities(
  first: number,
  last: number,
): ParsedFinding[] {
  return Array.from({ length: last - first }, (_, index) => {
    const number = first + index;
    return vulnerability(`CVE-2026-${1000 + number}`, '1.0.0', {
      package: { type: 'npm', name: `package-${number}`, version: '1.0.0' },
    });
  });
}
