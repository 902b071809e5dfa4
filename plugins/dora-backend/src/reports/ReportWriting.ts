import type { Report } from '@portal/plugin-dora-common';
import type { Knex } from 'knex';
import { provenanceBits } from '../database/provenance';
import { ensureEntity } from '../import/entities';
import { attachReports, type AttachedReport } from './attachReports';
import { findSubjects } from './findSubjects';
import { followUp } from './followUp';
import {
  insertBatch,
  mergeBatch,
  type MergeBatchOptions,
  type StoredReport,
} from './mergeBatch';
import type { WriteReportsOptions, WriteReportsResult } from './ReportStore';
import { shareSubjectKeys } from './subjectIndexLock';

const reportsPerBatch = 500;

type Written = Pick<AttachedReport, 'number' | 'report' | 'entityIds'> &
  Pick<StoredReport, 'outcome' | 'wasMatched'>;

/** A report that was inserted already. */
export type InsertedReport = Pick<Report, 'kind' | 'source'> & {
  number: number;
};

/**
 * Writes reports in a transaction, in the steps that keep writers from waiting for each other in a circle: first all that are
 * new, then all that are known, each sorted as `mergeReports` does; then whose they are; last what has to follow.
 *
 * @remarks
 *
 * Every writer of the plugin takes locks in this order: rows of `reports`, of `report_sources`, of `derivations`, the locks of
 * entities, rows of the entity's facts and what is derived of them, rows of `total_days`. Within each it goes by the key.
 */
export class ReportWriting {
  readonly #transaction: Knex.Transaction;
  readonly #options: WriteReportsOptions;
  /** Those that all reports are about, where the caller says so. */
  readonly #entityIds: readonly number[];
  readonly #written: Written[] = [];

  private constructor(
    transaction: Knex.Transaction,
    options: WriteReportsOptions,
    entityIds: readonly number[],
  ) {
    this.#transaction = transaction;
    this.#options = options;
    this.#entityIds = entityIds;
  }

  /** Begins, in a transaction that holds none of these locks yet. */
  static async begin(
    transaction: Knex.Transaction,
    options: WriteReportsOptions,
  ): Promise<ReportWriting> {
    if (options.entityRef === undefined) {
      await shareSubjectKeys(transaction);
      return new ReportWriting(transaction, options, []);
    }
    const entityRef = options.entityRef.toLocaleLowerCase('en-US');
    const entityId = await ensureEntity(transaction, entityRef);
    return new ReportWriting(transaction, options, [entityId]);
  }

  /** Takes in what the caller has inserted of the entity that all reports are about: it comes before all others. */
  noteInserted(reports: readonly InsertedReport[]): void {
    for (const { number, kind, source } of reports) {
      this.#written.push({
        number,
        report: { kind, source },
        outcome: 'inserted',
        wasMatched: false,
        entityIds: this.#entityIds,
      });
    }
  }

  /** Inserts what is new, and gives back what is not. All of it, before the first is merged. */
  async insert(reports: readonly Report[]): Promise<Report[]> {
    const others: Report[] = [];
    for (const batch of batchesOf(reports)) {
      const options = await this.#batchOptions(batch);
      const { stored, known } = await insertBatch(
        this.#transaction,
        batch,
        options,
      );
      this.#note(stored);
      others.push(...known);
    }
    return others;
  }

  /** Merges what is known into what is stored. */
  async merge(reports: readonly Report[]): Promise<void> {
    for (const batch of batchesOf(reports)) {
      const options = await this.#batchOptions(batch);
      this.#note(await mergeBatch(this.#transaction, batch, options));
    }
  }

  /** Says whose the reports are, and what has to be derived. Nothing is written after it. */
  async finish(): Promise<WriteReportsResult> {
    const { provenance, receivedAt, entityRef } = this.#options;
    const written = this.#written;
    const attached = await attachReports(
      this.#transaction,
      written.map(each =>
        // What is matched stays as it is, unless the caller knows better.
        entityRef === undefined && each.wasMatched
          ? { ...each, entityIds: [] }
          : each,
      ),
      {
        receivedAt,
        isDemo: provenance === 'demo',
        isImport: provenance !== 'report',
      },
    );
    await followUp(
      this.#transaction,
      written.filter(
        ({ number, outcome }) => outcome !== 'same' || attached.has(number),
      ),
      this.#entityIds,
    );
    const count = (counted: (each: Written) => boolean) =>
      written.filter(counted).length;
    return {
      inserted: count(({ outcome }) => outcome === 'inserted'),
      updated: count(({ outcome }) => outcome === 'updated'),
      waiting: count(
        ({ outcome, wasMatched, entityIds }) =>
          outcome !== 'same' && !wasMatched && entityIds.length === 0,
      ),
    };
  }

  async #batchOptions(batch: readonly Report[]): Promise<MergeBatchOptions> {
    const { provenance, receivedAt, entityRef } = this.#options;
    const lookup =
      entityRef === undefined
        ? await findSubjects(this.#transaction, batch)
        : () => this.#entityIds;
    return { bit: provenanceBits[provenance], receivedAt, lookup };
  }

  /** Without what the reports say: an import may bring many. */
  #note(stored: readonly StoredReport[]): void {
    for (const { number, report, outcome, wasMatched, entityIds } of stored) {
      const { kind, source } = report;
      this.#written.push({
        number,
        report: { kind, source },
        outcome,
        wasMatched,
        entityIds,
      });
    }
  }
}

function batchesOf(reports: readonly Report[]): Report[][] {
  return Array.from(
    { length: Math.ceil(reports.length / reportsPerBatch) },
    (_, index) =>
      reports.slice(index * reportsPerBatch, (index + 1) * reportsPerBatch),
  );
}
