export interface Config {
  /** How security reports are taken, scored and worked on. */
  securityScore?: {
    /** The most bytes of one report, unpacked. Default: 1073741824 (1 GiB). */
    maxReportBytes?: number;
    /** Days within which an open finding of a severity has to be fixed; 0: no limit. Default: 7, 30, 90 and 180. */
    sla?: {
      critical?: number;
      high?: number;
      medium?: number;
      low?: number;
    };

    // Score: weights, points, exploit data.

    // Inventory: OSV database, sources, licences.

    // Work: exceptions, notifications.
    exceptions?: {
      /** Users and groups that are told that an exception waits for a decision. Default: nobody. */
      approvers?: string[];
      /** How many days before an exception ends who asked for it is told. Default: 7. */
      warnDays?: number;
    };
    notifications?: {
      /** Who is told of what nobody owns. Default: nobody. */
      fallbackOwner?: string;
      overdue?: {
        /** Whether owners are told that the time to fix is over. Default: true. */
        enabled?: boolean;
      };
      /** How many days after the owner the group above is told; 0: never. Default: 7. */
      escalateAfterDays?: number;
    };
  };
}
