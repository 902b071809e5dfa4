import { createApiRef } from '@backstage/frontend-plugin-api';
import type { AnswerMemory } from './AnswerMemory';

/**
 * Keeps the last answers to questions while the page is open. Without it a view begins empty each time.
 *
 * @public
 */
export const answerMemoryApiRef = createApiRef<AnswerMemory>().with({
  id: 'plugin.metrics.answer-memory',
  pluginId: 'metrics',
});
