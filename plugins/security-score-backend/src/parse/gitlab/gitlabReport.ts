import { imageScope } from '../imageScope';
import { elementPosition } from '../json/elementPosition';
import { listOf, objectOf, textOf } from '../json/objectOf';
import { readInstant } from '../readInstant';
import type { ElementPath, JsonReportReader } from '../ReportReader';
import type { ReportSink } from '../ReportSink';
import { gitlabFinding } from './gitlabFinding';

const mostHeld = 100_000;

class GitlabReading {
  #image: string | undefined;
  #count = 0;
  readonly #held: Array<{ path: ElementPath; value: unknown }> = [];

  private constructor(private readonly sink: ReportSink) {}

  static create(sink: ReportSink): GitlabReading {
    return new GitlabReading(sink);
  }

  element(path: ElementPath, value: unknown, around: unknown[]): void {
    this.#count += 1;
    const type = textOf(objectOf(objectOf(around[0]).scan).type);
    // What the report is of may be said after its entries.
    if (type === undefined && this.#held.length < mostHeld) {
      this.#held.push({ path, value });
    } else {
      this.#take(path, value, type);
    }
  }

  end(rest: unknown): void {
    const scan = objectOf(objectOf(rest).scan);
    for (const { path, value } of this.#held) {
      this.#take(path, value, textOf(scan.type));
    }
    const scanner = objectOf(scan.scanner);
    const hasFailed = scan.status === 'failure';
    const told = listOf(scan.messages)
      .map(objectOf)
      .filter(({ level }) => level === 'fatal' || level === 'error')
      .map(({ value }) => textOf(value))
      .find(Boolean);
    this.sink.head({
      tool: textOf(scanner.id) ?? textOf(scanner.name) ?? 'gitlab',
      toolVersion: textOf(scanner.version),
      scannedAt: readInstant(scan.end_time) ?? readInstant(scan.start_time),
      scope: this.#image ? imageScope(this.#image) : '',
      outcome: hasFailed
        ? {
            outcome: this.#count > 0 ? 'partial' : 'failed',
            reason: `the report says that the scan failed${
              told ? `: ${told.slice(0, 200)}` : ''
            }`,
          }
        : undefined,
      tellsFindings: true,
    });
  }

  #take(path: ElementPath, value: unknown, type: string | undefined): void {
    const finding = gitlabFinding(value, type);
    this.#image ??= textOf(objectOf(objectOf(value).location).image);
    if (!finding) {
      this.sink.reject(
        elementPosition(path),
        'It has neither an identifier nor a name',
      );
    } else if (finding.kind === 'vulnerability' && !finding.package) {
      this.sink.reject(
        elementPosition(path),
        'It is of a package, and names none (location.dependency.package.name)',
      );
    } else {
      this.sink.finding(finding);
    }
  }
}

/** The reports of GitLab's analyzers: SAST, secret detection, dependency and container scanning, DAST. */
export const gitlabReport: JsonReportReader = {
  format: 'gitlab-report',
  recognise: ({ keys, scalars, firstKeys, objectKeys }) =>
    keys.includes('vulnerabilities') &&
    !keys.includes('bomFormat') &&
    typeof scalars.version === 'string' &&
    (objectKeys?.scan?.includes('type') === true ||
      firstKeys.vulnerabilities?.includes('identifiers') === true),
  streams: ['vulnerabilities'],
  open: sink => GitlabReading.create(sink),
};
