/**
 * Where are we affected: by one vulnerability, or by a package in a range of versions.
 *
 * @public
 */
export type AffectedQuery = {
  /** CVE-..., GHSA-..., or another name. */
  vulnerability?: string;
  /** A purl (`pkg:npm/lodash`), whose version counts where no range is given, or a name, in which case all types are looked at. */
  package?: string;
  /** `<4.17.21`, `>=2.0.0 <2.15.0`; absent: every version. */
  range?: string;
  scope?: string;
};

/** One service with the component. @public */
export type AffectedRow = {
  entityRef: string;
  packageType: string;
  packageName: string;
  version: string;
  direct?: boolean;
  /** `finding`: a scanner says so; `inventory`: the inventory has a version in the range. */
  basis: Array<'finding' | 'inventory'>;
  /** Of the finding, where there is one. */
  findingId?: string;
  state?: string;
  /** The inventory's age: ISO instant. */
  inventoryAt?: string;
};

/** @public */
export type AffectedAnswer = {
  /** What was understood: the names of the vulnerability, the ranges looked for. */
  understood: string[];
  /** Whether any report, inventory or advisory names it. Where none does, nobody being affected says nothing. */
  known: boolean;
  services: number;
  items: AffectedRow[];
  nextCursor?: string;
  /** Services that have an inventory, of all in scope: what can't be known. */
  coverage: { withInventory: number; total: number };
};
