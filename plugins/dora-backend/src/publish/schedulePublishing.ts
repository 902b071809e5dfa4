import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { MetricPublisher } from './MetricPublisher';

/**
 * Tells the metric store by and by, one instance at a time.
 *
 * @param options - `frequency` in milliseconds.
 */
export async function schedulePublishing(options: {
  scheduler: SchedulerService;
  publisher: MetricPublisher;
  frequency: number;
}): Promise<void> {
  const { scheduler, publisher, frequency } = options;
  await scheduler.scheduleTask({
    id: 'dora-publish-metrics',
    frequency: { milliseconds: frequency },
    initialDelay: { seconds: 30 },
    timeout: { minutes: 30 },
    scope: 'global',
    fn: async signal => publisher.publish({ signal }),
  });
}
