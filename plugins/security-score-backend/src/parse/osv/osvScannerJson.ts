import { InputError } from '@backstage/errors';
import { elementPosition } from '../json/elementPosition';
import { objectOf } from '../json/objectOf';
import type { ElementPath, JsonReportReader, JsonStart } from '../ReportReader';
import type { ReportSink } from '../ReportSink';
import { osvFindings } from './osvFindings';

const mostHeld = 100_000;

class OsvReading {
  readonly #held: Array<{
    path: ElementPath;
    value: unknown;
    result: Record<string, unknown>;
  }> = [];

  private constructor(private readonly sink: ReportSink) {}

  static create(sink: ReportSink): OsvReading {
    return new OsvReading(sink);
  }

  /** OSV-Scanner writes the source of packages before them. Another writer may not have, and then the end is waited for. */
  element(path: ElementPath, value: unknown, around: unknown[]): void {
    const result = objectOf(around.at(-1));
    if (sourceOf(result) === undefined && this.#held.length < mostHeld) {
      this.#held.push({ path, value, result });
    } else {
      this.#take(path, value, result);
    }
  }

  end(rest: unknown): void {
    for (const { path, value, result } of this.#held) {
      this.#take(path, value, result);
    }
    // The portal's own matching has this form, too, and says so.
    const { results, tool } = objectOf(rest);
    // It writes null where it found no package.
    if (results !== null && !Array.isArray(results)) {
      throw new InputError(
        'results of the OSV-Scanner report is no array: have osv-scanner write it with --format json',
      );
    }
    this.sink.head({
      tool: tool === 'osv-database' ? tool : 'osv-scanner',
      scope: '',
      tellsFindings: true,
    });
  }

  #take(
    path: ElementPath,
    value: unknown,
    result: Record<string, unknown>,
  ): void {
    const findings = osvFindings(value, sourceOf(result));
    if (findings) {
      findings.forEach(finding => this.sink.finding(finding));
    } else {
      this.sink.reject(elementPosition(path), 'It names no package');
    }
  }
}

function sourceOf(result: Record<string, unknown>): unknown {
  return result.source ?? result.packageSource;
}

function isOsv({ keys, isArray, firstKeys }: JsonStart): boolean {
  const first = firstKeys.results ?? [];
  return (
    !isArray &&
    keys.includes('results') &&
    (keys.includes('experimental_config') ||
      (first.includes('packages') &&
        (first.includes('source') || first.includes('packageSource'))))
  );
}

/** `osv-scanner scan --format json`. */
export const osvScannerJson: JsonReportReader = {
  format: 'osv-scanner-json',
  recognise: isOsv,
  streams: ['results[*].packages'],
  open: sink => OsvReading.create(sink),
};
