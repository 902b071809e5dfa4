import type { HumanDuration } from '@backstage/types';

export interface Config {
  activity?: {
    /**
     * How long it is kept what happened in repositories. Default: 30 days.
     */
    retention?: HumanDuration | string;

    github?: {
      /**
       * Reading GitHub's REST API where no webhook can be had. Token or app are those of `integrations.github`.
       */
      poll?: {
        /**
         * Repositories such as `github.com/team/shop` or `team/shop`. Default: none.
         */
        repositories?: string[];

        /**
         * How often each is read, at least 10 seconds apart. Default: 2 minutes.
         */
        frequency?: HumanDuration | string;

        /**
         * How many requests of GitHub's limit are left for others; at most half of the limit is. Default: 1000.
         */
        keepRemaining?: number;

        /**
         * How long GitHub may take for one answer. Default: 30 seconds.
         */
        requestTimeout?: HumanDuration | string;
      };
    };
  };
}
