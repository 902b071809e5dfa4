import { InputError } from '@backstage/errors';
import { imageScope } from '../imageScope';
import { elementPosition } from '../json/elementPosition';
import { listOf, objectOf, textOf, wordOf } from '../json/objectOf';
import { readInstant } from '../readInstant';
import { readRepository } from '../readRepository';
import type { ElementPath, JsonReportReader } from '../ReportReader';
import type { ParsedHead, ReportSink } from '../ReportSink';
import { sarifFinding } from './sarifFinding';
import { SarifRun } from './SarifRun';

type Thing = Record<string, unknown>;

const mostHeld = 100_000;
const noFindings = new Set(['pass', 'notApplicable', 'informational']);

class SarifReading {
  readonly #runs = new Map<unknown, SarifRun>();
  readonly #counts = new Map<number, number>();
  readonly #held: Array<{ path: ElementPath; value: unknown }> = [];
  #left = 0;

  private constructor(private readonly sink: ReportSink) {}

  static create(sink: ReportSink): SarifReading {
    return new SarifReading(sink);
  }

  element(path: ElementPath, value: unknown, around: unknown[]): void {
    const place = path.indices[0];
    this.#counts.set(place, (this.#counts.get(place) ?? 0) + 1);
    const run = objectOf(around.at(-1));
    // A result needs the rules of its tool, which some write after the results.
    if (run.tool === undefined) {
      if (this.#held.length >= mostHeld) {
        throw new InputError(
          `The SARIF has more than ${mostHeld} results before the tool they are of: write "tool" before "results"`,
        );
      }
      this.#held.push({ path, value });
      return;
    }
    this.#take(path, value, this.#runOf(run));
  }

  end(rest: unknown): void {
    const document = objectOf(rest);
    const version = textOf(document.version);
    if (version !== undefined && !version.startsWith('2.')) {
      throw new InputError(
        `The report is SARIF ${version.slice(0, 20)}: version 2.1 is read`,
      );
    }
    const runs = listOf(document.runs).map(objectOf);
    if (runs.length === 0) {
      throw new InputError(
        'The SARIF has no runs, so it names no tool and says nothing of what was scanned: send the report of a scan that ran',
      );
    }
    const nameless = runs.findIndex(
      run => textOf(objectOf(objectOf(run.tool).driver).name) === undefined,
    );
    if (nameless >= 0) {
      throw new InputError(
        `runs[${nameless}].tool.driver.name of the SARIF is not there: the standard asks for it, and without it nobody knows whose results these are`,
      );
    }
    for (const { path, value } of this.#held) {
      this.#take(path, value, this.#runOf(runs[path.indices[0]]));
    }
    if (this.#left > 0) {
      this.sink.note(
        `${
          this.#left
        } results say that a check passed or does not apply, and are no findings`,
      );
    }
    this.sink.head(this.#head(runs));
  }

  #runOf(run: Thing): SarifRun {
    const known = this.#runs.get(run) ?? SarifRun.create(run);
    this.#runs.set(run, known);
    return known;
  }

  #take(path: ElementPath, value: unknown, run: SarifRun): void {
    const result = objectOf(value);
    if (noFindings.has(wordOf(result.kind))) {
      this.#left += 1;
      return;
    }
    const finding = sarifFinding(result, run);
    if (finding) {
      this.sink.finding(finding);
    } else {
      this.sink.reject(
        elementPosition(path),
        'It has neither a rule nor a message',
      );
    }
  }

  #head(runs: Thing[]): ParsedHead {
    const drivers = runs.map(run => objectOf(objectOf(run.tool).driver));
    const tools = distinct(runs.map(run => this.#runOf(run).tool));
    if (tools.length > 1) {
      this.sink.note(
        `The SARIF holds runs of ${tools.join(
          ', ',
        )}: they are one scan here. Send one file a tool to see them apart`,
      );
    }
    const invocations = runs.flatMap(run =>
      listOf(run.invocations).map(objectOf),
    );
    const times = invocations.flatMap(({ endTimeUtc, startTimeUtc }) => [
      readInstant(endTimeUtc) ?? readInstant(startTimeUtc),
    ]);
    return {
      tool: tools.join('+'),
      toolVersion:
        textOf(drivers[0].semanticVersion) ?? textOf(drivers[0].version),
      scope: distinct(runs.map(scopeOf)).join('+'),
      scannedAt: times.filter(Boolean).sort().at(-1),
      repository: runs
        .flatMap(run => listOf(run.versionControlProvenance))
        .map(source => readRepository(objectOf(source).repositoryUri))
        .find(Boolean),
      outcome: this.#outcome(invocations),
      tellsFindings: runs.some(run => Array.isArray(run.results)),
    };
  }

  #outcome(invocations: Thing[]): ParsedHead['outcome'] {
    const failed = invocations.find(
      ({ executionSuccessful }) => executionSuccessful === false,
    );
    if (!failed) {
      return undefined;
    }
    const told = listOf(failed.toolExecutionNotifications)
      .map(notification => objectOf(objectOf(notification).message).text)
      .map(textOf)
      .find(Boolean);
    return {
      outcome: this.#counts.size > 0 ? 'partial' : 'failed',
      reason: `the SARIF says that the run was not successful${
        told ? `: ${told.slice(0, 200)}` : ''
      }`,
    };
  }
}

/** The image, or the category of the run: the part of its id before the last slash. */
function scopeOf(run: Thing): string {
  const image = textOf(objectOf(run.properties).imageName);
  if (image) {
    return imageScope(image);
  }
  const id = textOf(objectOf(run.automationDetails).id) ?? '';
  return id.slice(0, Math.max(0, id.lastIndexOf('/'))).replace(/^\/+/, '');
}

function distinct(texts: string[]): string[] {
  return [...new Set(texts)].filter(Boolean).sort();
}

/** SARIF 2.1, of any tool. */
export const sarif: JsonReportReader = {
  format: 'sarif',
  recognise: ({ keys, scalars, isArray }) =>
    !isArray &&
    (keys.includes('runs') || /sarif/i.test(String(scalars.$schema ?? ''))) &&
    (typeof scalars.version === 'string' || scalars.$schema !== undefined),
  streams: ['runs[*].results'],
  open: sink => SarifReading.create(sink),
};
