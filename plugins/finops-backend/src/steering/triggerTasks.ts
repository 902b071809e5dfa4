import type { SchedulerService } from '@backstage/backend-plugin-api';

/** Runs tasks now. One that is running, here or on another instance, has its next turn when it is due. */
export function triggerTasks(
  scheduler: SchedulerService,
  ids: readonly string[],
): void {
  for (const id of ids) {
    scheduler.triggerTask(id).catch(() => undefined);
  }
}
