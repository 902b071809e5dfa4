import { SecurityScoreClient } from '@portal/plugin-security-score-common';
import {
  RecordedAnswers,
  type RecordedAnswer,
} from '@portal/plugin-metrics-react/testUtils';
import { answers } from './answers';

const entity = '/v1/entities/component/default/contract-service';

/** What a portal with the demo organisation answers. */
const usual: Record<string, RecordedAnswer> = {
  'GET /v1/scores': answers.scores,
  [`GET ${entity}/score`]: answers.score,
  [`GET ${entity}/score/history`]: answers.history,
  [`GET ${entity}/upgrades`]: answers.upgrades,
  'GET /v1/findings': answers.findings,
  [`GET /v1/findings/${answers.finding.id}`]: answers.finding,
  'GET /v1/exceptions': answers.exceptions,
  'GET /v1/formula': answers.formula,
  'GET /v1/scans': answers.scans,
  'GET /v1/reports': answers.reports,
  'GET /v1/licences': answers.licences,
  'GET /v1/affected': answers.affected,
  'GET /v1/statistics': answers.statistics,
  'GET /v1/views': { items: [] },
};

/** Answers as the security backend gives them. The client is the real one. */
export class RecordedBackend extends RecordedAnswers {
  constructor(others: Record<string, RecordedAnswer> = {}) {
    super('security-score', { ...usual, ...others });
  }

  client(): SecurityScoreClient {
    return new SecurityScoreClient(this.apis());
  }
}
