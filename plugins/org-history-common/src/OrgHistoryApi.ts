import type { Interval, OrgChange, OrgEdge } from './OrgEdge';

/** @public */
export type OrgHistoryRequestOptions = { token?: string; signal?: AbortSignal };

/**
 * A scope that holds every component of the catalog.
 *
 * @public
 */
export const everything = 'everything';

/**
 * Entities at an instant.
 *
 * @public
 */
export type RefsAt = {
  /** Entity references such as `component:default/shop`, old names included. */
  refs: string[];
  /** ISO 8601 date or instant. Default: now. */
  at?: string;
};

/**
 * What an entity was connected to. `refs` are the names of today, sorted, each once.
 *
 * @public
 */
export type Connected = { ref: string; refs: string[] };

/** @public */
export type MembersRequest = {
  /** Groups, systems, domains, components, or {@link everything}. */
  scopes: string[];
  /** Start of the period, included: ISO 8601 date or instant. Default: the beginning. */
  from?: string;
  /** End of the period, excluded: ISO 8601 date or instant. Default: none. */
  to?: string;
  /** Take who belonged at this instant (or `now`) for the whole period, instead of who belonged when. */
  asOf?: string;
};

/**
 * A component and the stretches of the asked period in which it belonged to the scope: sorted, apart from each other,
 * and never empty.
 *
 * @public
 */
export type Member = { ref: string; intervals: Interval[] };

/** @public */
export type ScopeMembers = { scope: string; members: Member[] };

/** @public */
export type ChangePage = {
  items: OrgChange[];
  /** Pass it as `after` for the following page. It is the `after` of the request where there is nothing new. */
  next: number;
};

/**
 * The history of ownership and structure.
 *
 * @public
 */
export interface OrgHistoryApi {
  /** The direct owners of each entity, groups and users. Fails with InputError for what is no reference. */
  ownersAt(
    request: RefsAt,
    options?: OrgHistoryRequestOptions,
  ): Promise<Connected[]>;

  /** What each entity was directly part of: systems, domains, components; for a group its parents. */
  partOfAt(
    request: RefsAt,
    options?: OrgHistoryRequestOptions,
  ): Promise<Connected[]>;

  /**
   * Every scope that each entity belonged to, however far up: the inverse of {@link OrgHistoryApi.membersOf}, without
   * {@link everything}.
   */
  ancestorsOf(
    request: RefsAt,
    options?: OrgHistoryRequestOptions,
  ): Promise<Connected[]>;

  /**
   * All components below each scope, with the time during which they belonged. Below a group are the components that it,
   * a group below it, or a member of one of these owns; below a system, domain or component is what is part of it. A
   * component that belongs by several ways is one member.
   */
  membersOf(
    request: MembersRequest,
    options?: OrgHistoryRequestOptions,
  ): Promise<ScopeMembers[]>;

  /** The name of today of each entity: of `ref` itself where it was never renamed. */
  resolveAlias(
    request: { refs: string[] },
    options?: OrgHistoryRequestOptions,
  ): Promise<Array<{ ref: string; currentRef: string }>>;

  /** Changes after a sequence, oldest first; `after: 0` begins at the first. At most 10,000 at a time. Services only. */
  changes(
    request: { after: number; limit?: number },
    options?: OrgHistoryRequestOptions,
  ): Promise<ChangePage>;

  /** All edges that begin at an entity, its old names included, oldest first. Not for users. */
  edgesOf(
    request: { ref: string },
    options?: OrgHistoryRequestOptions,
  ): Promise<OrgEdge[]>;
}
