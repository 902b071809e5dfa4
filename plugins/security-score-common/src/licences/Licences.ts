/** What the policy of the organisation says of a licence. @public */
export type LicenceVerdict = 'allowed' | 'review' | 'denied' | 'unknown';

/** One licence and what it covers. @public */
export type LicenceRow = {
  /** An SPDX expression, or the text as it was found; empty: none was declared. */
  licence: string;
  verdict: LicenceVerdict;
  /** Why: the rule of the policy. */
  reason: string;
  components: number;
  services: number;
};

/** @public */
export type LicencePage = {
  items: LicenceRow[];
  byVerdict: Record<LicenceVerdict, number>;
  /** Where the policy is: "the configuration", "the default". */
  policy: string;
};
