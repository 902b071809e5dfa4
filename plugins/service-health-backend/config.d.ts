import type { HumanDuration } from '@backstage/types';

export interface Config {
  serviceHealth?: {
    /**
     * Where probes may go besides the public internet: host names, addresses, ranges such as `10.1.0.0/16`. Private,
     * loopback, link-local and other special addresses are refused unless they are listed. Default: none.
     */
    allow?: string[];

    /**
     * How often each probe runs, in whole minutes up to an hour. Default: 1 minute.
     */
    interval?: HumanDuration | string;

    /**
     * After how long a probe gives up, up to 55 seconds. Default: 10 seconds.
     */
    timeout?: HumanDuration | string;

    /**
     * How many probes an instance of the backend runs at once. Default: 200.
     */
    concurrency?: number;

    /**
     * When a new state is believed: `need` of the last `of` results say so.
     */
    confirm?: {
      /** Default: 2. */
      need?: number;
      /** Default: 3. */
      of?: number;
    };

    /**
     * The objective of availability in percent, where an entity has no annotation `portal/health-objective`. Default: 99.9.
     */
    objective?: number;
  };
}
