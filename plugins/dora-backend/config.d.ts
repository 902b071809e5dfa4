import type { HumanDuration } from '@backstage/types';

export interface Config {
  portal?: {
    /**
     * Whether facts of the demo generator are taken and shown. With `false`, the default, those that are there are
     * deleted at start, and an import of provenance `demo` is refused.
     */
    demo?: boolean;
  };

  dora?: {
    /**
     * How old the last successful read of a repository may be before its figures are called stale. Default: 2 days.
     */
    staleAfter?: HumanDuration | string;

    /**
     * How often the metric store is told what changed. Default: 10 minutes.
     */
    publishFrequency?: HumanDuration | string;

    notifications?: {
      /** Tells the owners of a service that one of its figures has moved to another tier. */
      tierChanges?: {
        /** Default: true. */
        enabled?: boolean;
        /**
         * For how many days a figure has to stay in another tier until anybody is told, 0 to 90. Default: 3.
         */
        holdDays?: number;
      };
      /** Tells each group once a week what changed in the delivery of its services. */
      digest?: {
        /** Default: what `portal.demo` is. */
        enabled?: boolean;
        /** In English. Default: `monday`. */
        weekday?: string;
        /** From 0 to 23. Default: 8. */
        hour?: number;
        /** Default: `portal.timeZone`, else `Europe/Berlin`. */
        timeZone?: string;
      };
    };

    /**
     * How long after a deployment an incident of its service is charged to it, where neither the incident nor a repair
     * names one. Default: 24 hours.
     */
    attributionWindow?: HumanDuration | string;

    /**
     * How often the catalog is read for the components and environments that tools report of. Default: 1 minute.
     */
    catalogFrequency?: HumanDuration | string;

    /**
     * Which environment of the catalog is meant by a name that a tool uses, where it is not the environment's own name.
     * The first that matches counts. A name that is missing or stands for none is never production. Default: none.
     */
    environments?: Array<{
      /** A pattern of names: `*` stands for any characters, case does not count. */
      match: string;
      /** `metadata.name` of a Resource of the type environment. Its `spec.production` says whether it is production. */
      environment: string;
    }>;

    import?: {
      /**
       * After how long without a byte a bulk import is given up. Default: 60 seconds.
       */
      idleTimeout?: HumanDuration | string;
      /**
       * The most bytes of lines that a bulk import may have, counted after decompression. Default: 8589934592 (8 GiB).
       */
      maxBytes?: number;
      /**
       * How long a bulk import waits for its turn while two others run, before it is answered with 503. Default: 2
       * minutes.
       */
      waitTimeout?: HumanDuration | string;
    };

    git?: {
      /**
       * Folders below which repositories may be read in place. Relative ones are relative to `baseDirectory`. Default:
       * none.
       */
      allowedPaths?: string[];
      /**
       * What relative paths here and in annotations are relative to. Default: the working directory of the backend.
       */
      baseDirectory?: string;
      /**
       * Hosts from which repositories may be cloned, with a port where it is not the protocol's own. Default: none.
       */
      allowedHosts?: string[];
      /**
       * Names and tokens for hosts that are read over https.
       */
      credentials?: Array<{
        host: string;
        /** Default: `git`. */
        username?: string;
        /** @visibility secret */
        token: string;
      }>;
      /**
       * File with the certificates of the authorities that https hosts are checked against. Default: git's own.
       */
      caFile?: string;
      /**
       * Where clones are kept. Default: `portal-dora-git` in the system's folder for temporary files.
       */
      workDirectory?: string;
      /**
       * How often a repository is read. Default: 10 minutes.
       */
      frequency?: HumanDuration | string;
      /**
       * How long after start the first repository is read. Default: 5 seconds.
       */
      initialDelay?: HumanDuration | string;
      /**
       * How long one read may take. Default: 10 minutes.
       */
      timeout?: HumanDuration | string;
      /**
       * The most commits that a read may bring; a repository with more is an error, so that no history is cut in two
       * without notice. Default: no limit.
       */
      maxCommits?: number;
      /**
       * How many repositories are read at a time. Default: 2.
       */
      concurrency?: number;
    };

    /**
     * What deliveries of the webhook inbox are taken for, by sender. In patterns `*` stands for any characters; upper and
     * lower case are the same. `generic` and `pagerduty` have no settings.
     */
    sources?: {
      alertmanager?: {
        /**
         * Which alerts are incidents: those that have all labels of one of these; values are patterns. Default:
         * `- severity: critical`.
         */
        incidents?: Array<{ [label: string]: string }>;
        /**
         * Labels that name the component, by an entity reference or its bare name, the most certain one first. Default:
         * `backstage_entity_ref`, `component`, `service`.
         */
        entityLabels?: string[];
        /**
         * Labels whose value is that of an annotation of the component. They are believed before names. Default: none.
         */
        annotationLabels?: Array<{ annotation: string; label: string }>;
        /**
         * Labels that name the environment; the first one that is there does. Default: `environment`, `env`.
         */
        environmentLabels?: string[];
      };
      argocd?: {
        /**
         * Environments of applications that have no label `environment`. The first rule decides that matches in all of
         * its patterns. Default: none, and the environment is unknown.
         */
        environments?: Array<{
          application?: string;
          project?: string;
          /** Name or address of the cluster that is deployed to. */
          cluster?: string;
          /** The namespace that is deployed to. */
          namespace?: string;
          environment: string;
        }>;
        /**
         * Whether health that is degraded after a sync is an incident. Default: false.
         */
        degradedIsIncident?: boolean;
      };
      'azure-devops'?: {
        /**
         * Pipelines whose builds or runs are deployments as a whole. Default: none.
         */
        deployPipelines?: Array<{
          /** A pattern of names. */
          pipeline: string;
          /** Name or id. Default: any project. */
          project?: string;
          /** Default: unknown, which is never production. */
          environment?: string;
        }>;
        /**
         * Stages of YAML pipelines that are deployments. Default: none. Stages of classic releases always are.
         */
        deployStages?: Array<{
          /** A pattern of names. */
          stage: string;
          /** A pattern of names. Default: any pipeline. */
          pipeline?: string;
          /** Name or id. Default: any project. */
          project?: string;
          /** Default: the name of the stage. */
          environment?: string;
        }>;
        /**
         * Names of projects by their ids, for events that have the id only. Default: none.
         */
        projectNames?: { [id: string]: string };
      };
      cdevents?: {
        /**
         * Pipelines whose runs are deployments, unless they send `service` events as well. Default: none.
         */
        deployPipelines?: Array<{
          /** A pattern of names of pipelines, or of full names of Jenkins jobs. */
          pipeline: string;
          /** Default: unknown, which is never production. */
          environment?: string;
        }>;
      };
      github?: {
        /**
         * Workflows whose runs are deployments, unless they use GitHub's environments, which tell by themselves. Default:
         * none.
         */
        deployWorkflows?: Array<{
          /** A pattern of names, or of paths below `.github/workflows/`. */
          workflow: string;
          /** Default: unknown, which is never production. */
          environment?: string;
        }>;
        /**
         * Set where publishing a release deploys it. Pre-releases never do. Default: not set.
         */
        deployReleases?: {
          /** Default: unknown, which is never production. */
          environment?: string;
        };
        /**
         * Labels that make an issue an incident. Default: `incident`.
         */
        incidentLabels?: string[];
      };
      /**
       * The reading of GitHub's REST API, for where its webhooks can't reach the portal, and for what was before them.
       * Tokens and apps are those of `integrations.github`.
       */
      githubRest?: {
        /**
         * Whether components with `github.com/project-slug` are read. Default: false. Webhooks are the first choice.
         */
        enabled?: boolean;
        /**
         * How often a repository is read. Default: 15 minutes.
         */
        frequency?: HumanDuration | string;
        /**
         * How many repositories are read at a time, by each instance of the portal. From 1 to 20. Default: 2.
         */
        concurrency?: number;
        /**
         * How far back the first read of a repository goes. A longer one reads it anew. Default: 90 days.
         */
        history?: HumanDuration | string;
        /**
         * How many requests of GitHub's hourly limit are left for others that use the same token or app; at most half of
         * the limit is. Default: 1000.
         */
        keepRemaining?: number;
        /**
         * How many things one request asks for, from 1 to 100. Default: 50.
         */
        pageSize?: number;
        /**
         * How long GitHub may take for one answer. Default: 30 seconds.
         */
        requestTimeout?: HumanDuration | string;
      };
      gitlab?: {
        /**
         * Pipelines that are deployments, unless their jobs use GitLab's environments, which tell by themselves. Default:
         * none.
         */
        deployPipelines?: Array<{
          /** A pattern of names of pipelines. */
          name?: string;
          /** A pattern of branches and tags. */
          ref?: string;
          /** Default: unknown, which is never production. */
          environment?: string;
        }>;
        /**
         * Set where publishing a release deploys it. Tags of pre-releases never do. Default: not set.
         */
        deployReleases?: {
          /** Default: unknown, which is never production. */
          environment?: string;
        };
        /**
         * Labels that make an issue an incident. Default: `incident`. Issues of the type incident always are.
         */
        incidentLabels?: string[];
        /**
         * The host of components that name none with `gitlab.com/instance`. Default: whichever sends.
         */
        host?: string;
      };
    };
  };
}
