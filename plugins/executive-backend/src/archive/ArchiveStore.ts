import { createHash } from 'node:crypto';
import { NotFoundError } from '@backstage/errors';
import type {
  ArchivedContent,
  ArchivedReport,
  ReportDocument,
} from '@portal/plugin-executive-common';
import type { Knex } from 'knex';

const mostListed = 1000;

type Row = {
  id: string;
  kind: ArchivedReport['kind'];
  title: string;
  node: string;
  day: string;
  created_at: Date;
  created_by: string;
  hash: string;
  documents: string;
};

/** Keeps reports as they were made. */
export class ArchiveStore {
  readonly #client: Knex;

  private constructor(options: { client: Knex }) {
    this.#client = options.client;
  }

  static create(options: { client: Knex }): ArchiveStore {
    return new ArchiveStore(options);
  }

  async keep(report: {
    kind: ArchivedReport['kind'];
    title: string;
    node: string;
    day: string;
    createdBy: string;
    documents: ReportDocument[];
  }): Promise<ArchivedReport> {
    const documents = JSON.stringify(report.documents);
    const [row] = await this.#client<Row>('archive')
      .insert({
        kind: report.kind,
        title: report.title,
        node: report.node,
        day: report.day,
        created_by: report.createdBy,
        hash: hashOf(documents),
        documents,
      })
      .returning(this.#columns());
    return toReport(row as Row);
  }

  /** Newest first. */
  async list(): Promise<ArchivedReport[]> {
    const rows = await this.#client<Row>('archive')
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .limit(mostListed)
      .select(this.#columns());
    return (rows as unknown as Row[]).map(toReport);
  }

  /** Fails with NotFoundError where there is none, and with an error where it is not what was kept. */
  async get(id: string): Promise<ArchivedContent> {
    const row = (await this.#client<Row>('archive')
      .where('id', id)
      .first([...this.#columns(), 'documents'])) as Row | undefined;
    if (!row) {
      throw new NotFoundError(`There is no kept report ${id}`);
    }
    if (hashOf(row.documents) !== row.hash) {
      throw new Error(
        `The kept report ${id} is not what was kept: its content has another SHA-256 than ${row.hash}`,
      );
    }
    return { ...toReport(row), documents: JSON.parse(row.documents) };
  }

  #columns() {
    return [
      'id',
      'kind',
      'title',
      'node',
      this.#client.raw('day::text AS day'),
      'created_at',
      'created_by',
      'hash',
    ];
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function toReport(row: Row): ArchivedReport {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    node: row.node,
    day: row.day,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    hash: row.hash,
  };
}
