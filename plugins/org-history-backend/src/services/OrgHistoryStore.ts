import type {
  ChangePage,
  Interval,
  OrgEdge,
} from '@portal/plugin-org-history-common';

/** Milliseconds since 1970; infinities are a beginning or end that nobody knows. */
export type Span = { from: number; to: number };

/** Which direct or indirect connections are asked for. */
export type ConnectionKind = 'owners' | 'part-of' | 'ancestors';

/**
 * Answers from the history. References are complete and in lower case; scopes are groups, systems, domains and
 * components, or `everything`.
 */
export interface OrgHistoryStore {
  /** For each reference, in their order, what it was connected to at an instant. */
  connections(
    kind: ConnectionKind,
    refs: string[],
    at: number,
  ): Promise<string[][]>;

  /** For each scope, in their order, its components and when within the span they belonged. */
  members(
    scopes: string[],
    span: Span,
  ): Promise<Array<Array<{ ref: string; intervals: Interval[] }>>>;

  /** For each scope, in their order, its components at an instant. */
  membersAt(scopes: string[], at: number): Promise<string[][]>;

  /** For each reference, in their order, its name of today; its own if nothing is known of it. */
  currentRefs(refs: string[]): Promise<string[]>;

  /** Edges that begin at a reference, its old names included, without memberships. */
  edgesOf(ref: string): Promise<OrgEdge[]>;

  /** Changes after a sequence, oldest first. */
  changes(after: number, limit: number): Promise<ChangePage>;
}
