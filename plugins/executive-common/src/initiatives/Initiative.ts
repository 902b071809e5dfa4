/**
 * An exact amount and its currency of ISO 4217.
 *
 * @public
 */
export type Money = { amount: string; currency: string };

/** @public */
export type StatusNote = {
  id: string;
  /** An instant, or `YYYY-MM-DD` of a note that a file gives. */
  at: string;
  by: string;
  state: 'on-track' | 'at-risk' | 'off-track' | 'done' | 'stopped';
  text: string;
};

/**
 * What the money is spent for: a metric that should change, or money.
 *
 * @public
 */
export type PlannedBenefit =
  | {
      kind: 'metric';
      metricId: string;
      scope: string;
      baseline: number;
      target: number;
    }
  | { kind: 'money'; perYear: Money; measure: string; achieved?: Money };

/**
 * Where something comes from: the portal, a file in Git, which is changed there, or a rule of the portal.
 *
 * @public
 */
export type Origin = 'portal' | 'file' | 'rule';

/** @public */
export type InitiativeInput = {
  /** Lower case, digits and dashes; stable. */
  id: string;
  name: string;
  description?: string;
  /** Entity reference of a group or user. */
  sponsor: string;
  /** What of the cost of a system counts, 0 to 1. */
  systems: Array<{ ref: string; share: number }>;
  /** What of the cost of a group counts, 0 to 1. */
  teams: Array<{ ref: string; share: number }>;
  /** `YYYY-MM-DD`, included. */
  start: string;
  /** `YYYY-MM-DD`, excluded. */
  end: string;
  budget: Money;
  benefit?: PlannedBenefit;
};

/** @public */
export type Initiative = InitiativeInput & {
  origin: Origin;
  /** Rises with every change; sent with a change, which fails with ConflictError if another came first. */
  revision: number;
  notes: StatusNote[];
  demo: boolean;
};

/**
 * A change of something that the plugin owns.
 *
 * @public
 */
export type OwnedChange = {
  at: string;
  by: string;
  action: 'created' | 'changed' | 'deleted';
  /** What it was before and after, as JSON. */
  before?: unknown;
  after?: unknown;
};
