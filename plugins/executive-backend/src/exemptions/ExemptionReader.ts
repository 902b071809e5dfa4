import type { Exemption } from '@portal/plugin-executive-common';

/** Reads exemptions. */
export interface ExemptionReader {
  /** Those in force at the end of a day, `YYYY-MM-DD`. */
  inForce(day: string): Promise<Exemption[]>;
}
