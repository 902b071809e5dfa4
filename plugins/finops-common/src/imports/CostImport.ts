import type { ConformanceVerdict, RejectedLine } from '../focus/FocusLine';
import type { MoneyAmount } from '../costs/CostsAnswer';

/**
 * Answer of `POST /v1/imports`. Whoever gets it reads the lines back with the next request.
 *
 * @public
 */
export type CostImportResult = {
  importId: number;
  /** How many lines were taken, adjustments included. */
  lines: number;
  /** Of them, those of another billing month than the file declares. They replace nothing. */
  adjustments: number;
  /** How many rows could not be taken. They are kept, with the reason. */
  rejected: number;
  verdict: ConformanceVerdict;
  /** True where the same file was taken before: nothing changed. */
  duplicate: boolean;
  source: string;
  /** The billing months that the sender declared, `YYYY-MM`. */
  months: string[];
  /** What replaced months were before and are now. Absent where nothing was replaced. */
  change?: CostChange[];
};

/**
 * A billing month that was restated.
 *
 * @public
 */
export type CostChange = {
  /** `YYYY-MM`. */
  month: string;
  currency: string;
  before: { lines: number; billedCost: MoneyAmount };
  after: { lines: number; billedCost: MoneyAmount };
};

/**
 * An import as lists show it.
 *
 * @public
 */
export type CostImport = Omit<CostImportResult, 'duplicate'> & {
  importedAt: string;
  importedBy: string;
  fileName?: string;
  format: string;
  bytes: number;
  /** The import that replaced it. */
  supersededBy?: number;
  demo: boolean;
};

/** @public */
export type CostImportPage = { items: CostImport[]; nextCursor?: string };

/** @public */
export type CostRejectionPage = { items: RejectedLine[]; nextCursor?: string };

/**
 * Where cost comes from, and what came last.
 *
 * @public
 */
export type CostSource = {
  name: string;
  kind: string;
  demo: boolean;
  imports: number;
  lines: number;
  lastImport?: CostImport;
};
