/**
 * @public
 */
export type ExceptionState =
  | 'proposed'
  | 'approved'
  | 'rejected'
  | 'expired'
  | 'withdrawn';

/**
 * A risk that is accepted for a time: who asked, who agreed, until when, on what grounds.
 *
 * @public
 */
export type SecurityException = {
  id: string;
  entityRef: string;
  /** The findings it covers. */
  findings: Array<{ id: string; name: string; title: string }>;
  reason: string;
  /** An http(s) link. */
  evidence?: string;
  state: ExceptionState;
  requestedBy: string;
  /** ISO instants. */
  requestedAt: string;
  decidedBy?: string;
  decidedAt?: string;
  decisionReason?: string;
  expiresAt: string;
  /** The exception it renews. */
  renews?: string;
  demo: boolean;
};

/** @public */
export type ExceptionPage = {
  items: SecurityException[];
  nextCursor?: string;
  byState: Record<ExceptionState, number>;
};
