import type { HumanDuration } from '@backstage/types';

export interface Config {
  portal?: {
    /**
     * Whether what the demo generator made up is taken and shown. With `false`, the default, what is there is deleted at start, and
     * an import of provenance `demo` is refused.
     */
    demo?: boolean;
  };

  finops?: {
    /**
     * What amounts are shown in where lines have several currencies, and the currency of lines that have none. A code of
     * ISO 4217. Default: USD.
     */
    currency?: string;

    /**
     * How many billing months are kept; older ones are dropped with their partitions. Default: all.
     */
    retentionMonths?: number;

    import?: {
      /** The most bytes that a file may have, counted after decompression. Default: 16 GiB. */
      maxBytes?: number;
      /** After how long without a byte an upload is given up. Default: 60 seconds. */
      idleTimeout?: HumanDuration | string;
      /** How long an import waits while two others run. Default: 2 minutes. */
      waitTimeout?: HumanDuration | string;
    };
  };
}
