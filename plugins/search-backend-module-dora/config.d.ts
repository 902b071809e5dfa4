import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  search?: {
    collators?: {
      delivery?: {
        /**
         * How often services and their delivery tiers are read. Default: every 10 minutes, the first time 2 minutes after the
         * start, for at most 10 minutes.
         */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      };
    };
  };
}
