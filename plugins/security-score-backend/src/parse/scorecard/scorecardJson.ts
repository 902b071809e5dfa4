import { InputError } from '@backstage/errors';
import {
  scorecardAggregate,
  scorecardWeight,
  type ScorecardCheck,
} from '@portal/plugin-security-score-common';
import { listOf, objectOf, textOf } from '../json/objectOf';
import { readInstant } from '../readInstant';
import { readRepository } from '../readRepository';
import type { JsonReportReader } from '../ReportReader';
import type { ReportSink } from '../ReportSink';

/** Each check is a practice. What they found is not listed as findings: Scorecard names no place to come back to. */
function readScorecard(rest: unknown, sink: ReportSink): void {
  const document = objectOf(rest);
  if (!Array.isArray(document.checks)) {
    throw new InputError(
      'checks of the Scorecard result is no array: have scorecard write it with --format json',
    );
  }
  const known: ScorecardCheck[] = [];
  for (const [index, value] of listOf(document.checks).entries()) {
    const check = objectOf(value);
    const name = textOf(check.name);
    const { score } = check;
    if (!name || !isScore(score)) {
      sink.reject(
        `checks[${index}]`,
        name
          ? `The score of ${name.slice(0, 60)} is none of 0 to 10, nor -1`
          : 'It has no name',
      );
      continue;
    }
    known.push({ name, score });
    sink.practice({
      id: `scorecard/${name}`,
      title: name.replaceAll('-', ' '),
      value: score < 0 ? undefined : score / 10,
      weight: scorecardWeight(name),
      detail: textOf(check.reason),
      link: textOf(objectOf(check.documentation).url),
    });
  }
  const aggregate = scorecardAggregate(known);
  const own = document.score;
  if (typeof own === 'number' && own >= 0 && own !== aggregate) {
    sink.note(
      `Scorecard says ${own}, and its checks give ${
        aggregate ?? 'nothing'
      } by the weights of this portal`,
    );
  }
  const { version } = objectOf(document.scorecard);
  const repository = textOf(objectOf(document.repo).name);
  sink.head({
    tool: 'scorecard',
    toolVersion: version === 'unknown' ? undefined : textOf(version),
    scannedAt: readInstant(document.date),
    repository: readRepository(
      repository?.includes('://') ? repository : `https://${repository}`,
    ),
    tellsFindings: false,
  });
}

function isScore(score: unknown): score is number {
  return typeof score === 'number' && score >= -1 && score <= 10;
}

/** `scorecard --format json`, what the action of OpenSSF writes, and what its API answers. */
export const scorecardJson: JsonReportReader = {
  format: 'scorecard-json',
  recognise: ({ keys, isArray }) =>
    !isArray &&
    ['repo', 'scorecard', 'checks'].every(key => keys.includes(key)),
  streams: [],
  open: sink => ({ element: () => {}, end: rest => readScorecard(rest, sink) }),
};
