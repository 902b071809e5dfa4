import type { ParsedFinding, ParsedHead } from '../parse/ReportSink';
import type { ReportBatch, ReportReading } from '../parse/ReportReading';

/** A report that a test makes up, as if it had been read. */
export type MadeUpReport = Partial<ReportBatch> & { head?: ParsedHead };

/** What reading a made up report gives, in batches of so many findings. */
export function readingOf(report: MadeUpReport, batchSize = 2): ReportReading {
  const { head, findings = [], ...others } = report;
  const nothing: ReportBatch = {
    findings: [],
    components: [],
    statements: [],
    practices: [],
    rejections: [],
  };
  async function* batches(): AsyncGenerator<ReportBatch> {
    for (let start = 0; start < findings.length; start += batchSize) {
      yield { ...nothing, findings: findings.slice(start, start + batchSize) };
    }
    yield { ...nothing, ...others };
  }
  return {
    batches: batches(),
    summary: Promise.resolve({
      format: 'trivy-json',
      head: { tool: 'trivy', scope: '', tellsFindings: true, ...head },
      notes: [],
      bytes: 10,
      contentHash: 'none',
    }),
  };
}

/** A vulnerability as a tool reports it: of npm's left-pad where nothing else is said. */
export function vulnerability(
  name: string,
  version = '1.0.0',
  more?: Partial<ParsedFinding>,
): ParsedFinding {
  return {
    kind: 'vulnerability',
    name,
    title: `${name} in left-pad`,
    package: { type: 'npm', name: 'left-pad', version },
    path: 'package-lock.json',
    severity: 'high',
    ...more,
  };
}

/** A weakness in code as a tool reports it. */
export function weakness(
  rule: string,
  line: number,
  more?: Partial<ParsedFinding>,
): ParsedFinding {
  return {
    kind: 'code',
    name: rule,
    title: `${rule} is broken`,
    path: 'src/index.js',
    line,
    severity: 'medium',
    ...more,
  };
}
