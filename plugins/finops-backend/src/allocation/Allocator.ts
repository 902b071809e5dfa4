import type { Knex } from 'knex';

/** What an allocation did. */
export type Allocated = {
  /** The version of the rules that decided. */
  version: number;
  /** Whose sums of the month are out of date now. */
  sourceIds: number[];
};

/** Decides which part of an item belongs to whom. */
export interface Allocator {
  /**
   * Writes the shares of a billing month: of items that have none, or of all. The caller holds the month (`lockMonths`), and
   * rebuilds the sums of the sources that are answered.
   *
   * @param month - first day, `YYYY-MM-01`
   * @param options - `sourceId`: whose lines were just written
   */
  allocate(
    transaction: Knex.Transaction,
    month: string,
    options: { all: boolean; sourceId?: number },
  ): Promise<Allocated>;
}
