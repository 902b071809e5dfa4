import type {
  Interval,
  OrgChange,
  OrgEdge,
  OrgEdgeKind,
} from '@portal/plugin-org-history-common';

/** What the driver makes of an instant: infinities are numbers. */
type Instant = Date | number;

/** An edge as the queries select it. */
export type EdgeRow = {
  from_ref: string;
  kind: OrgEdgeKind;
  to_ref: string;
  valid_from: Instant;
  valid_to: Instant;
};

/** A change as the queries select it: `bigint` comes as text, and an alias has no kind. */
export type ChangeRow = EdgeRow & {
  sequence: string;
  at: Date;
  type: OrgChange['type'];
};

/** An instant that is infinitely far away is left out. */
export function toInterval(lower: number, upper: number): Interval {
  return {
    ...(Number.isFinite(lower) && { from: new Date(lower).toISOString() }),
    ...(Number.isFinite(upper) && { to: new Date(upper).toISOString() }),
  };
}

export function toEdge(row: EdgeRow): OrgEdge {
  const { from, to } = toInterval(Number(row.valid_from), Number(row.valid_to));
  return {
    fromRef: row.from_ref,
    kind: row.kind,
    toRef: row.to_ref,
    ...(from && { validFrom: from }),
    ...(to && { validTo: to }),
  };
}

export function toChange(row: ChangeRow): OrgChange {
  const { type } = row;
  const common = {
    sequence: Number(row.sequence),
    at: row.at.toISOString(),
  };
  if (type === 'alias-added' || type === 'alias-removed') {
    const alias = { oldRef: row.from_ref, newRef: row.to_ref };
    return { ...common, type, alias };
  }
  return { ...common, type, edge: toEdge(row) };
}
