/**
 * Cost of a billing month that one owner has for one entity, or for a bucket.
 *
 * @public
 */
export type StatementLine = {
  /** Who owned the entity on the days of the charges; `unallocated` where nobody did. */
  owner: string;
  /** Empty for what no entity has. */
  entityRef: string;
  /** `untagged`, `unmatched`, `idle`, `shared`; empty where an entity has it. */
  bucket: string;
  /** `adjustment`: a correction of a month that was closed before. */
  kind: 'cost' | 'adjustment';
  /** `YYYY-MM`: the month that the cost is of; with `cost` that of the statement. */
  ofMonth: string;
  currency: string;
  /** Rounded to cents, so that all lines of the month add to its rounded total. */
  amount: string;
};

/** @public */
export type StatementTotal = {
  currency: string;
  /** Of the lines of the month itself. */
  cost: string;
  adjustments: string;
  total: string;
};

/** @public */
export type StatementClosing = {
  /** Entity reference of the user, or the name of the service. */
  closedBy: string;
  closedAt: string;
  /** SHA-256 of the canonical statement of all owners, in hexadecimal. */
  hash: string;
};

/**
 * `GET /v1/statements/{month}?owner=`: of one owner, or of all.
 *
 * @public
 */
export type Statement = {
  /** `YYYY-MM`, the billing month. */
  month: string;
  /** Absent for the statement of all owners. */
  owner?: string;
  state: 'open' | 'closed';
  closing?: StatementClosing;
  /** One a currency; cost is charged in the currency of its invoice. */
  totals: StatementTotal[];
  /** One an owner and currency, the greatest first. */
  owners: Array<StatementTotal & { owner: string }>;
  lines: StatementLine[];
};

/** `GET /v1/statements`: the months, the newest first. @public */
export type StatementMonths = {
  items: Array<{
    month: string;
    state: 'open' | 'closed';
    closing?: StatementClosing;
    /** Whether it can be closed: it is open and over, and no month before it blocks it. */
    closable: boolean;
    /** Open months with cost before it, `YYYY-MM`, the oldest first: they are closed first. Absent where there is none. */
    blockedBy?: string[];
    /** Whether corrections of closed months are charged here. */
    takesAdjustments: boolean;
  }>;
};
