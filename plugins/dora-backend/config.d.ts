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
     * How long after a deployment an incident of its service is charged to it, where neither the incident nor a repair
     * names one. Default: 24 hours.
     */
    attributionWindow?: HumanDuration | string;

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
  };
}
