import { FinopsClient } from '@portal/plugin-finops-common';
import {
  RecordedAnswers,
  type RecordedAnswer,
} from '@portal/plugin-metrics-react/testUtils';

/** Answers as the cost backend gives them. The client is the real one. */
export class RecordedBackend extends RecordedAnswers {
  constructor(answers: Record<string, RecordedAnswer>) {
    super('finops', answers);
  }

  client(): FinopsClient {
    return new FinopsClient(this.apis());
  }
}
