import { mergeReports, type Report } from '@portal/plugin-dora-common';
import type { Knex } from 'knex';
import type {
  ReportStore,
  WriteReportsOptions,
  WriteReportsResult,
} from './ReportStore';
import { ReportWriting } from './ReportWriting';
import { storeRejections } from './storeRejections';

/** Keeps reports in the plugin's database. */
export class DatabaseReportStore implements ReportStore {
  readonly #client: Knex;
  readonly #onQueued: () => void;

  private constructor(client: Knex, onQueued: () => void) {
    this.#client = client;
    this.#onQueued = onQueued;
  }

  /**
   * @param options - `onQueued` is called when there is something to derive.
   */
  static create(options: {
    client: Knex;
    onQueued?: () => void;
  }): DatabaseReportStore {
    const { client, onQueued = () => {} } = options;
    return new DatabaseReportStore(client, onQueued);
  }

  async write(
    reports: readonly Report[],
    options: WriteReportsOptions,
  ): Promise<WriteReportsResult> {
    const result = await this.#client.transaction(async transaction => {
      const writing = await ReportWriting.begin(transaction, options);
      await writing.merge(await writing.insert(mergeReports(reports)));
      const written = await writing.finish();
      if (options.rejected) {
        const { rejected, receivedAt } = options;
        await storeRejections(transaction, { ...rejected, receivedAt });
      }
      return written;
    });
    if (result.inserted + result.updated > result.waiting) {
      this.#onQueued();
    }
    return result;
  }
}
