import { InputError, NotFoundError } from '@backstage/errors';
import type {
  CostImport,
  CostImportPage,
  CostRejectionPage,
  CostSource,
  RejectedLine,
} from '@portal/plugin-finops-common';
import type { Knex } from 'knex';
import { importColumns, toCostImport, type ImportRow } from './importRows';

type Page = { cursor?: string; limit: number };

/** Reads what was imported, and from where. */
export class ImportReader {
  readonly #client: Knex;

  private constructor(client: Knex) {
    this.#client = client;
  }

  static create(options: { client: Knex }): ImportReader {
    return new ImportReader(options.client);
  }

  /** The newest first. */
  async list(page: Page & { source?: string }): Promise<CostImportPage> {
    const before = readCursor(page.cursor);
    const query = this.#imports()
      .orderBy('cost_imports.id', 'desc')
      .limit(page.limit + 1);
    if (before !== undefined) {
      query.where('cost_imports.id', '<', before);
    }
    if (page.source !== undefined) {
      query.where('cost_sources.name', page.source);
    }
    const rows: ImportRow[] = await query;
    const items = rows.slice(0, page.limit).map(toCostImport);
    return {
      items,
      ...(rows.length > page.limit && {
        nextCursor: String(items.at(-1)?.importId),
      }),
    };
  }

  async get(importId: number): Promise<CostImport> {
    const row: ImportRow | undefined = await this.#imports()
      .where('cost_imports.id', importId)
      .first();
    if (!row) {
      throw new NotFoundError(
        `There is no import ${importId}; GET /v1/imports lists those that are there`,
      );
    }
    return toCostImport(row);
  }

  /** In the order of the file. */
  async listRejections(
    importId: number,
    page: Page,
  ): Promise<CostRejectionPage> {
    await this.get(importId);
    const rows: Array<{
      line_number: number;
      column_name: string;
      reason: string;
      row_text: string;
    }> = await this.#client('cost_rejections')
      .where('import_id', importId)
      .where('line_number', '>', readCursor(page.cursor) ?? -1)
      .orderBy('line_number')
      .limit(page.limit + 1)
      .select('line_number', 'column_name', 'reason', 'row_text');
    const items: RejectedLine[] = rows.slice(0, page.limit).map(row => ({
      lineNumber: row.line_number,
      column: row.column_name,
      reason: row.reason,
      row: row.row_text,
    }));
    return {
      items,
      ...(rows.length > page.limit && {
        nextCursor: String(items.at(-1)?.lineNumber),
      }),
    };
  }

  async listSources(): Promise<CostSource[]> {
    const rows: Array<{
      name: string;
      kind: string;
      demo: boolean;
      imports: number;
      lines: number;
      last: number | null;
    }> = await this.#client('cost_sources')
      .leftJoin('cost_imports', 'cost_imports.source_id', 'cost_sources.id')
      .groupBy('cost_sources.id')
      .orderBy('name')
      .select(
        'name',
        'kind',
        'demo',
        this.#client.raw('count(cost_imports.id)::integer AS imports'),
        this.#client.raw(
          'coalesce(sum(lines) FILTER (WHERE superseded_by IS NULL), 0)::integer AS lines',
        ),
        this.#client.raw('max(cost_imports.id) AS last'),
      );
    const lasts: ImportRow[] = await this.#imports().whereIn(
      'cost_imports.id',
      rows.flatMap(({ last }) => (last === null ? [] : [last])),
    );
    const byId = new Map(lasts.map(row => [row.id, toCostImport(row)]));
    return rows.map(({ last, ...source }) => ({
      ...source,
      ...(last !== null && { lastImport: byId.get(last) }),
    }));
  }

  #imports() {
    return this.#client('cost_imports')
      .join('cost_sources', 'cost_sources.id', 'source_id')
      .select(importColumns(this.#client));
  }
}

function readCursor(text: string | undefined): number | undefined {
  if (text === undefined) {
    return undefined;
  }
  if (/^\d{1,9}$/.test(text)) {
    return Number(text);
  }
  throw new InputError(
    'cursor: found something else, expected the nextCursor of the page before',
  );
}
