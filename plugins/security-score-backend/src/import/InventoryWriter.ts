import type { Knex } from 'knex';
import type { ParsedComponent } from '../parse/ReportSink';

/** Keeps the inventories of services. Both are called in the transaction of the import. */
export interface InventoryWriter {
  /**
   * Takes components as they are read, before it is known of which scope they are, or whether the report is good. Called in
   * batches, never with none: what it keeps meanwhile (a temporary table of the transaction) has to go with the transaction.
   */
  stage(
    transaction: Knex.Transaction,
    components: ParsedComponent[],
  ): Promise<void>;

  /**
   * Makes what was staged the inventory of a service and scope, in place of the one before. Called once, and only where the report
   * is an inventory; it may have no components.
   *
   * @returns How many components it has, each once.
   */
  replace(
    transaction: Knex.Transaction,
    report: {
      serviceId: number;
      tool: string;
      scope: string;
      reportId: string;
      at: Date;
      demo: boolean;
    },
  ): Promise<number>;
}
