import type { Knex } from 'knex';
import type { ParsedPractice } from '../parse/ReportSink';

/** Keeps what reports say of practices. */
export interface PracticeWriter {
  /**
   * Makes these the practices of a service as its tool sees them; those of the tool that are not among them are gone. Called in the
   * transaction of the import, once, and only where the report has some.
   */
  write(
    transaction: Knex.Transaction,
    report: {
      serviceId: number;
      tool: string;
      /** When the tool looked. */
      checkedAt: Date;
      demo: boolean;
      practices: readonly ParsedPractice[];
    },
  ): Promise<void>;
}
