import type { HumanDuration } from '@backstage/types';

export interface Config {
  portal?: {
    templates?: {
      /**
       * The parts that templates share: a folder, relative to the folder that the backend runs in, or the URL of one that a
       * url reader reads. Default: none, and `portal:fetch:part` says so.
       */
      parts?: string;
      /**
       * Where a new service answers when it is asked how it is, with `{name}` and `{environment}` in lower case, such as
       * `https://{name}.{environment}.example.com`. The path is the template's. Default: none, and no health check is written.
       */
      healthTarget?: string;
      /**
       * How long a step of a run may take. After it the run ends as failed. Default: 30 minutes.
       */
      stepTimeLimit?: HumanDuration | string;
    };
  };
}
