export interface Config {
  /** What executives read of the portfolio. */
  executive?: {
    /** What is expected of services until an administrator changes it in the portal. Default: the formula of the documentation. */
    formula?: {
      pillars: Array<{
        /** Stable name, such as `delivery`. */
        id: string;
        title: string;
        /** Relative to the other weights. */
        weight: number;
        checks: Array<{
          metric: string;
          /** Days. Default: 28. */
          window?: 28 | 90 | 365;
          /** Default: value. */
          of?: 'value' | 'change';
          target: number;
          floor: number;
        }>;
      }>;
    };
    snapshots?: {
      /** How long snapshots are kept, in days. Default: 1100. */
      retentionDays?: number;
      /** How many days back a new portal takes a snapshot a week from what the metric store has. Default: 366. */
      backfillDays?: number;
    };
    /**
     * YAML files, by path or URL, with initiatives, debt, values of services and rates of people. They are read every ten minutes; what
     * comes from them is changed there. A file that can't be used keeps what it said before.
     */
    files?: string[];

    reports?: {
      /** The program that prints PDF. Default: the first of chromium, google-chrome and their kin on the path. */
      chromium?: string;
    };
  };
}
