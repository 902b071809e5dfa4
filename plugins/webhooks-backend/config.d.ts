import type { HumanDuration } from '@backstage/types';

export interface Config {
  webhooks?: {
    /**
     * Who may send. A sender that is not named here is answered with 404.
     *
     * Each has a list of secrets, so that one can be replaced without a gap: any of them is accepted. What a secret is
     * depends on the sender: the key of signatures (`github`, `pagerduty`), a token (`gitlab`, `cdevents`, `argocd`),
     * `user:password` or a token (`azure-devops`, `alertmanager`), or the key or a token (`generic`).
     */
    senders?: {
      [sender in
        | 'alertmanager'
        | 'argocd'
        | 'azure-devops'
        | 'cdevents'
        | 'generic'
        | 'github'
        | 'gitlab'
        | 'pagerduty']?: {
        /** @deepVisibility secret */
        secrets: string[];
      };
    };

    /**
     * How long deliveries are kept. What a consumer has not read, what is tried again and dead letters are kept longer.
     * Default: 90 days.
     */
    retention?: HumanDuration | string;

    retry?: {
      /**
       * How long after its first failure a delivery is tried again. Each further wait is twice as long. Default: 1 second.
       */
      initialDelay?: HumanDuration | string;
      /**
       * The longest wait between two tries. Default: 1 hour.
       */
      maxDelay?: HumanDuration | string;
      /**
       * How often a delivery is tried before it is a dead letter. Default: 8.
       */
      maxTries?: number;
    };

    /**
     * After how long without a sign of life another instance of the backend reads for a consumer. Default: 15 seconds.
     */
    leaseDuration?: HumanDuration | string;

    catalog?: {
      /**
       * Whether pushes that GitHub and GitLab report refresh what the catalog read from those files. The catalog follows
       * with `catalog.scmEvents`. Default: true.
       */
      refresh?: boolean;
    };
  };
}
