import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { MetricsClient } from '@portal/plugin-metrics-common';
import {
  AnswerMemory,
  answerMemoryApiRef,
  BatchingMetrics,
  metricsApiRef,
} from '@portal/plugin-metrics-react';

/** Serves `metricsApiRef`: what tiles ask together goes in one request. */
export const metricsApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: metricsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        BatchingMetrics.create({
          client: new MetricsClient({ discoveryApi, fetchApi }),
        }),
    }),
});

/** Serves `answerMemoryApiRef`: one memory for the page. */
export const answerMemoryApi = ApiBlueprint.make({
  name: 'answer-memory',
  params: defineParams =>
    defineParams({
      api: answerMemoryApiRef,
      deps: {},
      factory: () => AnswerMemory.create(),
    }),
});
