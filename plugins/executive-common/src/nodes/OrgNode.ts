/**
 * How the organisation is cut: by groups (company, department, team), or by domains and systems.
 *
 * @public
 */
export type Hierarchy = 'organisation' | 'domains';

/** @public */
export type OrgNodeKind =
  | 'everything'
  | 'group'
  | 'domain'
  | 'system'
  | 'component';

/**
 * A part of the organisation that figures are rolled up for.
 *
 * @public
 */
export type OrgNode = {
  /** `everything`, or a complete entity reference such as `group:default/payments`. */
  ref: string;
  kind: OrgNodeKind;
  /** As the catalog shows it. */
  title: string;
  /** Such as `department` or `team`; absent where the catalog says none. */
  type?: string;
  /** The node above, within the hierarchy that was asked for. Absent at the top. */
  parentRef?: string;
  /** It is not in the catalog any more; its past is kept. */
  deleted?: boolean;
};
