import type { HumanDuration } from '@backstage/types';

export interface Config {
  scaffolderPortal?: {
    /**
     * The folder that templates of `file:` locations must be in to be previewed, from the working directory of the backend. Default:
     * none, and templates of files have no preview.
     */
    templatesRoot?: string;
    /**
     * What environments cost, so that forms can say so before anything runs. Without it forms show no cost. Quote amounts, such as
     * '12.50': they are exact, with at most 12 digits before and 9 after the point.
     */
    prices?: {
      /** Code of ISO 4217, such as EUR. */
      currency: string;
      /** The day of the list, `YYYY-MM-DD`. Quote it. */
      date: string;
      /** Where the prices come from, in words that the form shows. */
      source: string;
      /** What small, medium and large mean. */
      sizes: {
        [size: string]: {
          /** Virtual CPUs of one instance. */
          vcpu: string | number;
          /** GiB of memory of one instance. */
          memoryGib: string | number;
          instances: number;
        };
      };
      /** The first that fits an environment counts; one that fits none has no price, and the form says so. */
      rates: Array<{
        /** Only in the environment of this name. */
        environment?: string;
        /** Only where environments are production, or only where they are not. */
        production?: boolean;
        /** Of one virtual CPU a month. */
        vcpuMonth: string | number;
        /** Of one GiB of memory a month. */
        memoryGibMonth: string | number;
        /** Of the environment a month, whatever its size. Default: 0. */
        fixedMonth?: string | number;
      }>;
    };
    preview?: {
      /**
       * The actions that a preview runs. They must do nothing but write into the workspace, as the preview runs them in the name of
       * the portal. Default: fetch:template, fetch:template:file, fetch:plain, fetch:plain:file, fs:delete, fs:rename, fs:read,
       * catalog:write, portal:fetch:part, portal:catalog:describe,
       * portal:approval:require, portal:change:open.
       */
      actions?: string[];
      /** How long a preview may take. Default: 30 seconds. */
      timeout?: HumanDuration | string;
      /** How many previews run at once; more wait for nothing and are told to try again. Default: 4. */
      concurrent?: number;
    };
    approvals?: {
      /**
       * How long what `portal:approval:require` asks for waits for a decision. After it nobody can decide any more, and who asked is told.
       * A change counts for what is asked for after it. Default: 14 days.
       */
      expireAfter?: HumanDuration | string;
    };
    upgrades?: {
      /**
       * A file of certificates in PEM of who vouches for a Git host of your own, that upgrades are pushed to. Default: those that the
       * machine knows.
       */
      caFile?: string;
    };
    runs?: {
      /** How often runs are read from the scaffolder. Default: 30 seconds. */
      frequency?: HumanDuration | string;
      /** How long after start they are read for the first time. Default: 20 seconds. */
      initialDelay?: HumanDuration | string;
      /** How often figures go to the metric store. Default: 1 hour. */
      publishFrequency?: HumanDuration | string;
    };
  };
}
