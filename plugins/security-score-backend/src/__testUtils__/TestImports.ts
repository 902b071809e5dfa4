import type { ReportReceipt } from '@portal/plugin-security-score-common';
import type { Knex } from 'knex';
import {
  DatabaseReportImporter,
  type DatabaseReportImporterOptions,
} from '../import/DatabaseReportImporter';
import type { IncomingReport } from '../import/ReportImporter';
import { readingOf, type MadeUpReport } from './readingOf';

/** Takes made up reports of one service, and tells what it has by then. */
export class TestImports {
  #next: MadeUpReport = {};
  readonly importer: DatabaseReportImporter;
  readonly #client: Knex;

  constructor(client: Knex, more?: Partial<DatabaseReportImporterOptions>) {
    this.#client = client;
    this.importer = DatabaseReportImporter.create({
      client,
      readReport: () => readingOf(this.#next),
      slaDays: { critical: 7, high: 30, medium: 90, low: 180 },
      maxReportBytes: 1e9,
      ...more,
    });
  }

  async send(
    report: MadeUpReport,
    more?: Partial<IncomingReport>,
  ): Promise<ReportReceipt> {
    this.#next = report;
    return this.importer.import({
      entityRef: 'component:default/shop',
      bytes: (async function* nothing(): AsyncGenerator<Buffer> {})(),
      sentBy: 'service:test',
      demo: false,
      ...more,
    });
  }

  /** Each finding as `name variant state`, sorted. */
  async findings(): Promise<string[]> {
    const rows: Array<{ name: string; variant: string; state: string }> =
      await this.#client('findings').select('name', 'variant', 'state');
    return rows
      .map(({ name, variant, state }) => `${name} ${variant} ${state}`)
      .sort();
  }
}
