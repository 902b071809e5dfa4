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
  };
}
