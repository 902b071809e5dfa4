import { randomUUID } from 'node:crypto';
import { ServiceUnavailableError } from '@backstage/errors';
import { Semaphore } from '@portal/bulk-import';
import type { ReportReceipt } from '@portal/plugin-security-score-common';
import type { Knex } from 'knex';
import type { SlaDays } from '../findings/dueSql';
import type {
  ReadOptions,
  ReportBatch,
  ReportReading,
  ReportSummary,
} from '../parse/ReportReading';
import type { ParsedPractice } from '../parse/ReportSink';
import { checkRepository } from './checkRepository';
import type { InventoryWriter } from './InventoryWriter';
import { mergeReport } from './mergeReport';
import type { PracticeWriter } from './PracticeWriter';
import type { PriorityTeller } from './PriorityTeller';
import { removeDemo } from './removeDemo';
import type {
  ImportedReport,
  IncomingReport,
  ReportImporter,
} from './ReportImporter';
import { gathered } from './gathered';
import { NameStorage } from './NameStorage';
import { createStaging, stageBatch, type StagedCounts } from './staging';
import { VulnerabilityStore } from './VulnerabilityStore';
import { groupOfFinding, groupOfStatement } from './vulnerabilityGroups';

/** What {@link DatabaseReportImporter} works with. */
export type DatabaseReportImporterOptions = {
  client: Knex;
  readReport: (
    bytes: AsyncIterable<Buffer>,
    options: ReadOptions,
  ) => ReportReading;
  inventoryWriter?: InventoryWriter;
  practiceWriter?: PracticeWriter;
  priorityTeller?: PriorityTeller;
  slaDays: SlaDays;
  /** The most bytes of a report, unpacked. */
  maxReportBytes: number;
  /** Milliseconds that an import waits for its turn. Default: two minutes. */
  waitLimit?: number;
  /** Called after a report changed what is known of a service; the import is answered when it has ended. */
  onImported?: (report: ImportedReport) => Promise<void> | void;
};

const usualWaitLimit = 120_000;

/**
 * Stages a report as it is read, then merges it with what is known of the service, in one transaction: a read sees all of a report
 * or nothing, and a report that turns out to be bad at its end leaves nothing.
 */
export class DatabaseReportImporter implements ReportImporter {
  readonly #options: DatabaseReportImporterOptions;
  readonly #vulnerabilities: VulnerabilityStore;
  // Each holds a connection and a core for as long as its sender takes.
  readonly #places = Semaphore.create({ places: 2 });

  private constructor(options: DatabaseReportImporterOptions) {
    this.#options = options;
    this.#vulnerabilities = VulnerabilityStore.create(options);
  }

  static create(
    options: DatabaseReportImporterOptions,
  ): DatabaseReportImporter {
    return new DatabaseReportImporter(options);
  }

  async import(report: IncomingReport): Promise<ReportReceipt> {
    const { client, onImported, waitLimit = usualWaitLimit } = this.#options;
    const at = report.at ?? new Date();
    const merged = await this.#places.run(
      () =>
        client.transaction(async transaction => {
          await createStaging(transaction);
          const staged = await this.#stage(transaction, report);
          const { repository } = staged.summary.head;
          checkRepository(repository, report.repository, report.entityRef);
          return mergeReport(transaction, {
            ...this.#options,
            ...staged,
            report,
            reportId: randomUUID(),
            at,
          });
        }),
      { waitLimit, busy },
    );
    const { receipt, serviceId } = merged;
    if (receipt.outcome === 'complete' || receipt.outcome === 'partial') {
      await onImported?.({
        serviceId,
        entityRef: report.entityRef,
        reportId: receipt.reportId,
        at,
        demo: report.demo,
      });
    }
    return receipt;
  }

  async removeDemo(): Promise<void> {
    const { client } = this.#options;
    await client.transaction(transaction => removeDemo(transaction));
  }

  async #stage(
    transaction: Knex.Transaction,
    report: IncomingReport,
  ): Promise<StagedReport> {
    const { inventoryWriter, maxReportBytes, readReport } = this.#options;
    const { batches, summary } = readReport(report.bytes, {
      tool: report.tool,
      signal: report.signal,
      maxBytes: maxReportBytes,
    });
    const practices: ParsedPractice[] = [];
    let counts: StagedCounts = { findings: 0, rejections: 0 };
    const names = NameStorage.create(this.#vulnerabilities);
    try {
      for await (const batch of gathered(batches)) {
        await names.add(groupsOf(batch));
        counts = await stageBatch(transaction, batch, counts);
        if (batch.components.length > 0) {
          await inventoryWriter?.stage(transaction, batch.components);
        }
        practices.push(...batch.practices);
      }
      await names.finish();
    } finally {
      await names.settle();
    }
    return { counts, practices, summary: await summary };
  }
}

/** A report that was read to its end. */
export type StagedReport = {
  counts: StagedCounts;
  practices: ParsedPractice[];
  summary: ReportSummary;
};

function groupsOf({ findings, statements }: ReportBatch) {
  return [
    ...findings
      .filter(({ kind }) => kind === 'vulnerability')
      .map(groupOfFinding),
    ...statements.map(groupOfStatement),
  ];
}

function busy(): Error {
  return new ServiceUnavailableError(
    'Two other reports are still being taken; nothing was imported. Send the report again in a few minutes',
  );
}
