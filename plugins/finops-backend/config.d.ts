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

    /** The month, 1 to 12, in which the fiscal year begins. Default: 1. */
    fiscalYearStart?: number;

    /** The time zone of digests, such as `Europe/Berlin`. Default: `portal.timeZone`, else `Europe/Berlin`. */
    timeZone?: string;

    /** What one unit of a currency is in units of `finops.currency`, from a day on until the next. Default: none. */
    exchangeRates?: Array<{
      /** `YYYY-MM-DD`, in quotes. */
      day: string;
      /** ISO 4217. */
      currency: string;
      /** Above 0; as text where it has more digits than a number holds. */
      rate: number | string;
    }>;

    allocation?: {
      /**
       * URL or path of a YAML file with the rules by which cost finds its owner. Default: none, and they are written in the portal.
       */
      rules?: string;
    };

    carbon?: {
      /**
       * URLs and paths of YAML files that say how much carbon a use causes; see the guide of carbon estimates. Default: none, and no
       * carbon is shown.
       */
      files?: string[];
    };

    /** Folders of this machine that sources may read. Default: none. */
    allowedFolders?: string[];

    /** Where cost is fetched from. Default: nowhere; files are sent. */
    sources?: Array<{
      /** Stable: lines belong to it. Small letters, digits, dashes, dots. */
      name: string;
      /**
       * `files`: FOCUS files; `prices`: a price list in YAML; `opencost`: the allocation API of OpenCost or Kubecost.
       */
      type: 'files' | 'prices' | 'opencost';
      /** URL or path; `{period}` stands for a billing month, `*` in the last part for any characters. */
      target: string;
      /** How `{period}` is written. Default: `YYYY-MM`. */
      periodFormat?: string;
      /** How many months are looked for, this one and those before it, from 1 to 120. Default: 2. */
      periods?: number;
      /** Of lines that name none. ISO 4217. */
      currency?: string;
      /**
       * Of the account of Azure that `target` is in. Default: what `integrations.azureBlobStorage` has.
       * @visibility secret
       */
      connectionString?: string;
      /** Of a bucket that speaks S3 and whose URL does not tell it. Default: us-east-1. */
      region?: string;
      /** What OpenCost puts together. Default: cluster, namespace, controller. */
      aggregate?: string[];
      /**
       * Sent to OpenCost or Kubecost as a bearer token. Default: none.
       * @visibility secret
       */
      token?: string;
      /** Whether a past day of OpenCost may have fallen below half of what it was. Default: false. */
      acceptLess?: boolean;
      /** How long OpenCost may take for a day. Default: 2 minutes. */
      requestTimeout?: HumanDuration | string;
      schedule?: {
        frequency: { cron: string } | HumanDuration | string;
        timeout: HumanDuration | string;
        initialDelay?: HumanDuration | string;
      };
    }>;

    /** Budgets; see the guide of cost budgets for their fields. Default: none. */
    budgets?: Array<object>;

    /** URLs and paths of YAML files with budgets. Default: none. */
    budgetFiles?: string[];

    anomalies?: {
      /** Which cost is looked at: a cost metric of FOCUS. Default: BilledCost. */
      metric?: string;
      /** The least amount that matters, in the currency of the lines. Default: 50. */
      minImpact?: number;
      /** The least score, in robust standard deviations. Default: 4. */
      minScore?: number;
      /** How many days old a day must be. Default: 2. */
      settleDays?: number;
      /** How far back new days are looked at. Default: 90. */
      lookbackDays?: number;
    };

    recommendations?: {
      /** Column of files with the use of a machine, 0 to 1 or a percentage. Default: x_MaxUtilization. */
      utilisationColumn?: string;
    };

    notifications?: {
      /** Who is told of what nobody owns. Default: nobody. */
      fallbackOwner?: string;
      budgets?: {
        /** Default: true. */
        enabled?: boolean;
      };
      anomalies?: {
        /** Default: true. */
        enabled?: boolean;
      };
      digest?: {
        /** Default: what `portal.demo` is. */
        enabled?: boolean;
        /** In English. Default: `monday`. */
        weekday?: string;
        /** From 0 to 23. Default: 8. */
        hour?: number;
        /** Default: `finops.timeZone`. */
        timeZone?: string;
      };
    };

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
