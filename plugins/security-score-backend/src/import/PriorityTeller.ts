import type { Severity } from '@portal/plugin-security-score-common';
import type { Knex } from 'knex';

/** What the priority of a finding follows from, beside the service that it is of. */
export type PriorityFacts = {
  severity: Severity;
  epss?: number;
  kev?: boolean;
  reachable?: boolean;
};

/** Knows what is to be done first. */
export interface PriorityTeller {
  /** @returns the priorities of findings of a service, in the order of what is told of them. */
  tell(
    transaction: Knex.Transaction,
    serviceId: number,
    facts: readonly PriorityFacts[],
  ): Promise<number[]>;
}
