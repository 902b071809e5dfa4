import { mergeReports, type Report } from '@portal/plugin-dora-common';
import type { Knex } from 'knex';
import { provenanceBits } from '../database/provenance';
import { ensureEntity } from '../import/entities';
import { attachReports } from './attachReports';
import { findSubjects, type SubjectLookup } from './findSubjects';
import { followUp } from './followUp';
import { mergeBatch, type StoredReport } from './mergeBatch';
import { storeRejections } from './storeRejections';
import { shareSubjectKeys } from './subjectIndexLock';
import type {
  ReportStore,
  WriteReportsOptions,
  WriteReportsResult,
} from './ReportStore';

const reportsPerBatch = 500;

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
    const result = await this.#client.transaction(transaction =>
      this.writeIn(transaction, reports, options),
    );
    if (result.inserted + result.updated > result.waiting) {
      this.#onQueued();
    }
    return result;
  }

  async writeIn(
    transaction: Knex.Transaction,
    reports: readonly Report[],
    options: WriteReportsOptions,
  ): Promise<WriteReportsResult> {
    const result = { inserted: 0, updated: 0, waiting: 0 };
    const changed: StoredReport[] = [];
    const merged = mergeReports(reports);
    const lookup = await subjectsOf(transaction, merged, options);
    for (let from = 0; from < merged.length; from += reportsPerBatch) {
      const batch = merged.slice(from, from + reportsPerBatch);
      const { stored, attached } = await writeBatch(transaction, {
        ...options,
        batch,
        lookup,
      });
      for (const each of stored) {
        const { number, outcome, wasMatched, entityIds } = each;
        if (outcome !== 'same' || attached.has(number)) {
          changed.push(each);
        }
        if (outcome !== 'same') {
          result[outcome] += 1;
          result.waiting += wasMatched || entityIds.length > 0 ? 0 : 1;
        }
      }
    }
    await followUp(transaction, changed);
    if (options.rejected) {
      await storeRejections(transaction, {
        ...options.rejected,
        receivedAt: options.receivedAt,
      });
    }
    return result;
  }
}

async function writeBatch(
  transaction: Knex.Transaction,
  options: WriteReportsOptions & {
    batch: readonly Report[];
    lookup: SubjectLookup;
  },
): Promise<{ stored: StoredReport[]; attached: Set<number> }> {
  const { batch, lookup } = options;
  const { provenance, receivedAt, entityRef } = options;
  const stored = await mergeBatch(transaction, batch, {
    bit: provenanceBits[provenance],
    receivedAt,
    lookup,
  });
  const attached = await attachReports(
    transaction,
    stored.map(each =>
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
  return { stored, attached };
}

async function subjectsOf(
  transaction: Knex.Transaction,
  reports: readonly Report[],
  options: WriteReportsOptions,
): Promise<SubjectLookup> {
  if (options.entityRef === undefined) {
    await shareSubjectKeys(transaction);
    return findSubjects(transaction, reports);
  }
  const entityRef = options.entityRef.toLocaleLowerCase('en-US');
  const entityIds = [await ensureEntity(transaction, entityRef)];
  return () => entityIds;
}
