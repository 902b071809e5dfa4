import { ExecutiveClient } from '@portal/plugin-executive-common';
import {
  RecordedAnswers,
  type RecordedAnswer,
} from '@portal/plugin-metrics-react/testUtils';
import { answers } from './answers';
import { stewardshipAnswers } from './stewardshipAnswers';

const usual: Record<string, RecordedAnswer> = {
  'GET /v1/nodes': answers.nodes,
  'GET /v1/portfolio': answers.portfolio,
  'GET /v1/node': answers.figures,
  'GET /v1/services': answers.services,
  'GET /v1/questions': answers.questions,
  'GET /v1/success': answers.success,
  'GET /v1/productivity': answers.productivity,
  'GET /v1/formula': answers.formulas,
  'GET /v1/investment': stewardshipAnswers.investment,
  'GET /v1/exemptions': stewardshipAnswers.exemptions,
  'GET /v1/goals': stewardshipAnswers.goals,
  'GET /v1/debt': stewardshipAnswers.debt,
  'GET /v1/end-of-life': stewardshipAnswers.endOfLife,
  'GET /v1/people-rates': stewardshipAnswers.peopleRates,
  'GET /v1/returns': stewardshipAnswers.returns,
};

/** Answers as the backend gives them. The client is the real one. */
export class RecordedBackend extends RecordedAnswers {
  constructor(others: Record<string, RecordedAnswer> = {}) {
    super('executive', { ...usual, ...others });
  }

  client(): ExecutiveClient {
    return new ExecutiveClient(this.apis());
  }
}
