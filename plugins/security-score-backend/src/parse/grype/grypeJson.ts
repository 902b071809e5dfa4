import { InputError } from '@backstage/errors';
import { imageScope } from '../imageScope';
import { elementPosition } from '../json/elementPosition';
import { objectOf, textOf } from '../json/objectOf';
import { readInstant } from '../readInstant';
import type { JsonReportReader, JsonStart } from '../ReportReader';
import type { ReportSink } from '../ReportSink';
import { grypeMatch } from './grypeMatch';

function readEnd(rest: unknown, sink: ReportSink): void {
  const document = objectOf(rest);
  if (document.matches !== null && !Array.isArray(document.matches)) {
    throw new InputError(
      'matches of the Grype report is no array: have grype write it with -o json',
    );
  }
  const descriptor = objectOf(document.descriptor);
  const name = textOf(descriptor.name);
  if (name !== undefined && name !== 'grype') {
    throw new InputError(
      `The report has the form of Grype's, and says that it is of ${name.slice(
        0,
        60,
      )}, which is not read`,
    );
  }
  const source = objectOf(document.source);
  const image = textOf(objectOf(source.target).userInput);
  sink.head({
    tool: 'grype',
    toolVersion: textOf(descriptor.version),
    scannedAt: readInstant(descriptor.timestamp),
    scope: source.type === 'image' && image ? imageScope(image) : '',
    tellsFindings: true,
  });
}

function isGrype({ keys, isArray, firstKeys }: JsonStart): boolean {
  const first = firstKeys.matches;
  return (
    !isArray &&
    keys.includes('matches') &&
    (first === undefined
      ? keys.includes('descriptor')
      : first.includes('vulnerability'))
  );
}

/** `grype -o json`. */
export const grypeJson: JsonReportReader = {
  format: 'grype-json',
  recognise: isGrype,
  streams: ['matches', 'ignoredMatches'],
  open: sink => ({
    element: (path, value) => {
      const finding = grypeMatch(value);
      if (!finding) {
        sink.reject(
          elementPosition(path),
          'It names no vulnerability, or no artifact',
        );
      } else if (path.stream === 'ignoredMatches' && !finding.suppressed) {
        sink.finding({
          ...finding,
          suppressed: { reason: 'a rule of Grype' },
        });
      } else {
        sink.finding(finding);
      }
    },
    end: rest => readEnd(rest, sink),
  }),
};
