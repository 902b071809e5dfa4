import { InputError } from '@backstage/errors';
import { elementPosition } from '../json/elementPosition';
import { listOf, objectOf, textOf } from '../json/objectOf';
import type { JsonReportReader, JsonStart } from '../ReportReader';
import type { ParsedHead, ReportSink } from '../ReportSink';
import { semgrepFinding } from './semgrepFinding';

function readEnd(rest: unknown, sink: ReportSink): void {
  const document = objectOf(rest);
  if (!Array.isArray(document.results)) {
    throw new InputError(
      'results of the Semgrep report is no array: have semgrep write it with --json',
    );
  }
  sink.head({
    tool: 'semgrep',
    toolVersion: textOf(document.version),
    outcome: outcomeOf(document),
    tellsFindings: true,
  });
}

/** A file that could only be read in part is a warning; an error is a file, or a rule, that was not scanned. */
function outcomeOf(document: Record<string, unknown>): ParsedHead['outcome'] {
  const errors = listOf(document.errors)
    .map(objectOf)
    .filter(({ level }) => level === 'error');
  if (errors.length === 0) {
    return undefined;
  }
  const [{ type, message }] = errors;
  const kind = textOf(Array.isArray(type) ? type[0] : type);
  const first = kind ?? textOf(message)?.split('\n', 1)[0] ?? 'unknown';
  return {
    outcome: 'partial',
    reason: `Semgrep had ${errors.length} ${
      errors.length === 1 ? 'error' : 'errors'
    }, the first: ${first}`.slice(0, 300),
  };
}

/** Older versions write their members in the order of their names: all files that were scanned before what was found. */
function isSemgrep({
  keys,
  firstKeys,
  objectKeys,
  isArray,
}: JsonStart): boolean {
  if (isArray || keys.includes('runs')) {
    return false;
  }
  const errors = firstKeys.errors ?? [];
  return (
    (firstKeys.results ?? []).includes('check_id') ||
    (keys.includes('results') &&
      keys.includes('errors') &&
      keys.includes('paths')) ||
    // What it wrote before it listed paths.
    (keys.length === 2 &&
      keys.includes('results') &&
      keys.includes('errors') &&
      firstKeys.results === undefined) ||
    (keys.includes('errors') &&
      (objectKeys?.paths ?? []).includes('scanned')) ||
    (errors.includes('level') && errors.includes('type'))
  );
}

/** `semgrep scan --json`, `semgrep ci --json`; Opengrep writes the same. */
export const semgrepJson: JsonReportReader = {
  format: 'semgrep-json',
  recognise: isSemgrep,
  streams: ['results'],
  open: sink => ({
    element: (path, value) => {
      const finding = semgrepFinding(value);
      if (finding) {
        sink.finding(finding);
      } else {
        sink.reject(elementPosition(path), 'It has no check_id');
      }
    },
    end: rest => readEnd(rest, sink),
  }),
};
