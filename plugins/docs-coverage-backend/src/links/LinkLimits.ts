/** How much of one site is read. */
export type LinkLimits = {
  maxPages: number;
  maxPageBytes: number;
  maxBrokenLinks: number;
};
