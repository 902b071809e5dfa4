import type {
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { DeliveryListener } from './DeliveryListener';
import type { RetentionService } from './RetentionService';
import type { SenderCounter } from './SenderCounter';
import type { Waker } from './Waker';

const countInterval = 1000;

/** Starts what runs beside the requests, and ends it with the backend. */
export async function scheduleUpkeep(options: {
  counter: SenderCounter;
  lifecycle: LifecycleService;
  listener: DeliveryListener;
  logger: LoggerService;
  retention: RetentionService;
  scheduler: SchedulerService;
  waker: Waker;
}): Promise<void> {
  const { counter, lifecycle, listener, logger, retention, scheduler, waker } =
    options;
  listener.start();
  const counting = setInterval(() => counter.flush(), countInterval);
  lifecycle.addShutdownHook(async () => {
    clearInterval(counting);
    waker.close();
    await listener.stop();
    await counter.flush();
  });
  await scheduler.scheduleTask({
    id: 'webhooks-retention',
    frequency: { hours: 1 },
    initialDelay: { minutes: 5 },
    timeout: { minutes: 30 },
    scope: 'global',
    fn: async signal => {
      const deleted = await retention.run(signal);
      if (deleted > 0) {
        logger.info(`Deleted ${deleted} deliveries after their retention`);
      }
    },
  });
}
