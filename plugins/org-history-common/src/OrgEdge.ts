/**
 * What an edge says of its two ends.
 *
 * - `existsIn`: the entity was in the catalog; the other end is always {@link catalogNode}.
 * - `ownedBy`: an entity is owned by a group or user.
 * - `partOf`: a component is part of a system or component, an API or resource of a system, a system of a domain, a
 *   domain of a domain.
 * - `childOf`: a group is a child of a group.
 * - `memberOf`: a user is a member of a group. It serves roll-ups through teams; nothing is computed about a person.
 *
 * @public
 */
export type OrgEdgeKind = (typeof orgEdgeKinds)[number];

/** @public */
export const orgEdgeKinds = [
  'existsIn',
  'ownedBy',
  'partOf',
  'childOf',
  'memberOf',
] as const;

/**
 * The other end of every `existsIn` edge.
 *
 * @public
 */
export const catalogNode = 'catalog';

/**
 * A half-open stretch of time `[from, to)` of UTC instants in ISO 8601.
 *
 * @public
 */
export type Interval = {
  /** Included. Absent: since the beginning, or since before anybody looked. */
  from?: string;
  /** Excluded. Absent: until now and on. */
  to?: string;
};

/**
 * A statement of the catalog and the time during which it held.
 *
 * @public
 */
export type OrgEdge = {
  fromRef: string;
  kind: OrgEdgeKind;
  toRef: string;
  /** Included. Absent: it was there when the history began. */
  validFrom?: string;
  /** Excluded. Absent: it still holds. */
  validTo?: string;
};

/**
 * A change of the history. Sequences rise by one with every change, in the order in which changes became visible.
 *
 * @public
 */
export type OrgChange = { sequence: number; at: string } & (
  | { type: 'edge-opened' | 'edge-closed'; edge: OrgEdge }
  | { type: 'alias-added' | 'alias-removed'; alias: OrgAlias }
);

/**
 * An entity that had another name: what belongs to the old name belongs to the new one.
 *
 * @public
 */
export type OrgAlias = { oldRef: string; newRef: string };
