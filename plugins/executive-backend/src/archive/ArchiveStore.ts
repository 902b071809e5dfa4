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
  pack_id: string | null;
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

  /** Of a pack and a period it is kept once: what was kept first is answered. */
  async keep(report: {
    kind: ArchivedReport['kind'];
    packId?: string;
    /** `YYYY-MM`; absent for what is made out of turn. */
    period?: string;
    title: string;
    node: string;
    day: string;
    createdBy: string;
    documents: ReportDocument[];
  }): Promise<ArchivedReport> {
    const documents = JSON.stringify(report.documents);
    const [row] = await this.#client('archive')
      .insert({
        kind: report.kind,
        pack_id: report.packId ?? null,
        period: report.period ?? null,
        title: report.title,
        node: report.node,
        day: report.day,
        created_by: report.createdBy,
        hash: hashOf(documents),
        documents,
      })
      .onConflict(
        this.#client.raw('(pack_id, period) WHERE period IS NOT NULL'),
      )
      .ignore()
      .returning(this.#columns());
    const kept =
      row === undefined && report.packId && report.period
        ? await this.ofPack(report.packId, report.period)
        : toReport(row);
    if (!kept) {
      throw new Error(`The report ${report.title} was not kept`);
    }
    return kept;
  }

  /** What was made of a pack for a period; undefined where nothing was. */
  async ofPack(
    packId: string,
    period: string,
  ): Promise<ArchivedReport | undefined> {
    const row = (await this.#client('archive')
      .where({ pack_id: packId, period })
      .first(this.#columns())) as Row | undefined;
    return row && toReport(row);
  }

  /** Whether the recipients of a pack were told of it. */
  async isTold(id: string): Promise<boolean> {
    return Boolean(
      await this.#client('pack_told').where({ archive_id: id }).first(),
    );
  }

  async setTold(id: string): Promise<void> {
    await this.#client('pack_told')
      .insert({ archive_id: id })
      .onConflict('archive_id')
      .ignore();
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
      'pack_id',
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
    ...(row.pack_id !== null && { packId: row.pack_id }),
    node: row.node,
    day: row.day,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    hash: row.hash,
  };
}
