import { InputError, ServiceUnavailableError } from '@backstage/errors';
import { Semaphore } from '@portal/bulk-import';
import type { CostImportResult } from '@portal/plugin-finops-common';
import type { Knex } from 'knex';
import type { Allocator } from '../allocation/Allocator';
import { prepareCarbon } from '../carbon/rebuildCarbon';
import { ensurePartitions, partitionOf } from '../database/ensurePartitions';
import { rebuildSums } from '../database/rebuildSums';
import { refreshStatistics } from '../database/refreshStatistics';
import type { ParseSummary } from '../parse/ParseOptions';
import { parseFocusFile } from '../parse/parseFocusFile';
import type { CostFile, CostImporter } from './CostImporter';
import { findDuplicate } from './findDuplicate';
import { lockMonths } from './lockMonths';
import { lockSource } from './lockSource';
import { mergeStaged } from './mergeStaged';
import { removeImports } from './removeImports';
import { monthsOfAdjustments, replaceMonths } from './replaceMonths';
import { createStaging, stageBatch } from './staging';

/** Each billing month of a file is locked, and gets tables of its own where it is new. */
const mostMonths = 120;

/** What {@link DatabaseCostImporter} works with. */
export type DatabaseCostImporterOptions = {
  client: Knex;
  allocator: Allocator;
  /** The currency of lines that have none. */
  currency: string;
  /** The most bytes of a file, after decompression. */
  maxBytes: number;
  /** Milliseconds that an import waits for its turn. */
  waitLimit: number;
  /** Called after a file was taken that changed something. */
  onImported?: () => void;
};

/**
 * Stages the lines of a file as they are read, then merges, allocates and sums them up in the same transaction: a read sees all
 * of a file or nothing. Billing months are locked in order, so that files which share one wait for each other and never in a circle.
 */
export class DatabaseCostImporter implements CostImporter {
  readonly #options: DatabaseCostImporterOptions;
  // Each holds a connection and a core for as long as its sender takes.
  readonly #places = Semaphore.create({ places: 2 });

  private constructor(options: DatabaseCostImporterOptions) {
    this.#options = options;
  }

  static create(options: DatabaseCostImporterOptions): DatabaseCostImporter {
    return new DatabaseCostImporter(options);
  }

  async import(file: CostFile): Promise<CostImportResult> {
    const { client, onImported, waitLimit } = this.#options;
    const result = await this.#places.run(
      () =>
        client.transaction(async transaction => {
          await createStaging(transaction);
          const summary = await this.#stage(transaction, file);
          return this.#merge(transaction, file, summary);
        }),
      { waitLimit, busy },
    );
    if (!result.duplicate) {
      onImported?.();
    }
    return result;
  }

  async removeDemo(): Promise<void> {
    const { client } = this.#options;
    const sources: Array<{ id: number }> = await client('cost_sources')
      .where('demo', true)
      .select('id');
    for (const { id } of sources) {
      await client.transaction(transaction => removeImports(transaction, id));
    }
  }

  async #stage(
    transaction: Knex.Transaction,
    file: CostFile,
  ): Promise<ParseSummary> {
    const { currency, maxBytes } = this.#options;
    const batches = parseFocusFile(file.bytes, {
      currency: file.currency ?? currency,
      months: [...file.months],
      maxBytes,
      signal: file.signal,
    });
    for (;;) {
      const next = await batches.next();
      if (next.done) {
        return next.value;
      }
      try {
        await stageBatch(transaction, next.value);
      } catch (error) {
        await batches.return(undefined as never);
        throw error;
      }
    }
  }

  async #merge(
    transaction: Knex.Transaction,
    file: CostFile,
    summary: ParseSummary,
  ): Promise<CostImportResult> {
    const { allocator, client } = this.#options;
    const counts = await stagedMonths(transaction);
    const staged = [...counts.keys()];
    // The source first: its own files come one after the other, and each says which months it needs.
    const sourceId = await lockSource(transaction, file);
    const restatement = { sourceId, months: file.months };
    const months = [
      ...new Set([
        ...staged,
        ...file.months,
        ...(await monthsOfAdjustments(transaction, restatement)),
      ]),
    ].sort();
    refuseTooMany(months);
    await ensurePartitions(client, months);
    await lockMonths(transaction, months);
    const duplicate = await findDuplicate(transaction, {
      sourceId,
      contentHash: summary.contentHash,
      months: file.months,
    });
    if (duplicate) {
      return duplicate;
    }
    const replaced = await replaceMonths(transaction, restatement);
    const result = await mergeStaged(transaction, {
      file,
      sourceId,
      summary,
      replaced,
      overlapping: file.months.length === 0 ? staged : [],
    });
    for (const [month, written] of counts) {
      await refreshStatistics(transaction, partitionOf('cost_lines', month), {
        written,
        columns: ['billing_month', 'import_id', 'item_id', 'charge_day'],
      });
    }
    await prepareCarbon(transaction, months);
    for (const month of months) {
      const { sourceIds } = await allocator.allocate(transaction, month, {
        all: false,
        sourceId,
      });
      await rebuildSums(transaction, { month, sourceIds });
    }
    return result;
  }
}

/** How many lines each billing month has, in their order. */
async function stagedMonths(
  transaction: Knex.Transaction,
): Promise<Map<string, number>> {
  const rows: Array<{ month: string; lines: number }> = await transaction(
    'staged_lines',
  )
    .select(
      transaction.raw(`to_char(billing_month, 'YYYY-MM-DD') AS month`),
      transaction.raw('count(*)::integer AS lines'),
    )
    .groupBy('billing_month')
    .orderBy('billing_month');
  return new Map(rows.map(({ month, lines }) => [month, lines]));
}

function refuseTooMany(months: readonly string[]): void {
  if (months.length > mostMonths) {
    throw new InputError(
      `The file has lines of ${
        months.length
      } billing months, from ${months[0].slice(0, 7)} to ${months[
        months.length - 1
      ].slice(
        0,
        7,
      )}, and may have ${mostMonths}: see that BillingPeriodStart is right, or send it in parts. Nothing was imported`,
    );
  }
}

function busy(): Error {
  return new ServiceUnavailableError(
    'Two other imports of cost are still running; nothing was imported. Send the file again in a few minutes',
  );
}
