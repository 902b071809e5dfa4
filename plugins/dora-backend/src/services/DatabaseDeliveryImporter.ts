import { InputError, ServiceUnavailableError } from '@backstage/errors';
import {
  checkRecord,
  type DeliveryRecord,
  type ImportResult,
} from '@portal/plugin-dora-common';
import type { Knex } from 'knex';
import { provenanceBit, provenanceBits } from '../database/provenance';
import {
  attributeEntity,
  type AttributionSettings,
} from '../derive/attributeEntity';
import { countFacts, ensureEntity, lockEntity } from '../import/entities';
import { forgetFacts, mergeStaging } from '../import/merge';
import { LineSplitter } from '../import/LineSplitter';
import { RecordEncoder } from '../import/RecordEncoder';
import { Semaphore, type Waiting } from '../import/Semaphore';
import { createStaging, fillStaging } from '../import/staging';
import { DatabaseReportStore } from '../reports/DatabaseReportStore';
import { importReports } from '../reports/importReports';
import { parseImportLine } from '../reports/parseImportLine';
import type { ReportStore } from '../reports/ReportStore';
import type {
  DeliveryImporter,
  FactProvenance,
  ImportLinesOptions,
  ImportRecordsOptions,
  SourceCursor,
} from './DeliveryImporter';

const recordsPerBatch = 500;
const usualWaitLimit = 120_000;

type ImportOptions = {
  entityRef: string;
  provenance: FactProvenance;
  replace?: boolean;
  releases?: 'complete';
  cursor?: SourceCursor;
};

export type DatabaseDeliveryImporterOptions = {
  client: Knex;
  attribution: AttributionSettings;
  now?: () => number;
  /** Milliseconds that an import of lines waits for its turn. Default: two minutes. */
  waitLimit?: number;
};

/**
 * Stages records by COPY in a table of the connection, merges them by key, set by set, and derives what
 * follows, all in one transaction.
 */
export class DatabaseDeliveryImporter implements DeliveryImporter {
  readonly #client: Knex;
  readonly #attribution: AttributionSettings;
  readonly #reports: ReportStore;
  readonly #now: () => number;
  readonly #waitLimit: number;
  // Each import holds a database connection; what comes over slow networks must not keep repositories waiting.
  readonly #places = {
    git: Semaphore.create({ places: 1 }),
    import: Semaphore.create({ places: 2 }),
  };

  private constructor(options: DatabaseDeliveryImporterOptions) {
    this.#client = options.client;
    this.#attribution = options.attribution;
    this.#reports = DatabaseReportStore.create({ client: options.client });
    this.#now = options.now ?? Date.now;
    this.#waitLimit = options.waitLimit ?? usualWaitLimit;
  }

  static create(
    options: DatabaseDeliveryImporterOptions,
  ): DatabaseDeliveryImporter {
    return new DatabaseDeliveryImporter(options);
  }

  async importLines(options: ImportLinesOptions): Promise<ImportResult> {
    const { stream, ...rest } = options;
    const entityRef = rest.entityRef.toLocaleLowerCase('en-US');
    return this.#import(
      rest,
      encoder => this.#encodeLines(stream, encoder, entityRef),
      { waitLimit: this.#waitLimit, busy },
    );
  }

  async importRecords(options: ImportRecordsOptions): Promise<ImportResult> {
    const { records, ...rest } = options;
    return this.#import(rest, encoder => this.#encodeRecords(records, encoder));
  }

  /**
   * Deletes what only the demo generator said, of one entity after the other: the sums that all share must not be held while
   * the next one is waited for.
   */
  async removeDemoFacts(): Promise<void> {
    const rows: { id: number; entity_ref: string }[] = await this.#client(
      'entities',
    )
      .join('source_status', 'source_status.entity_id', 'entities.id')
      .where('source_status.provenance', provenanceBits.demo)
      .whereRaw('source_status.commits + source_status.releases > 0')
      .orderBy('entity_ref')
      .select('entities.id', 'entity_ref');
    for (const row of rows) {
      await this.#client.transaction(async transaction => {
        await lockEntity(transaction, row.entity_ref);
        const options = { entityId: row.id, bit: provenanceBits.demo };
        await forgetFacts(transaction, options);
        await attributeEntity(transaction, {
          ...options,
          ...this.#attribution,
        });
        await countFacts(transaction, row.id);
      });
    }
  }

  async #import(
    options: ImportOptions,
    encode: (encoder: RecordEncoder) => AsyncIterable<Buffer>,
    waiting?: Waiting,
  ): Promise<ImportResult> {
    const places = this.#places[options.provenance.source];
    return places.run(
      () =>
        this.#client.transaction(async transaction => {
          await createStaging(transaction);
          const encoder = RecordEncoder.create();
          await fillStaging(transaction, encode(encoder));
          return this.#merge(transaction, options, encoder);
        }),
      waiting,
    );
  }

  async #merge(
    transaction: Knex.Transaction,
    options: ImportOptions,
    encoder: RecordEncoder,
  ): Promise<ImportResult> {
    const { cursor } = options;
    const entityRef = options.entityRef.toLocaleLowerCase('en-US');
    const bit = provenanceBit(options.provenance);
    const entityId = await ensureEntity(transaction, entityRef);
    // Before the lock of the entity: whoever writes reports takes both in this order.
    const reported =
      encoder.reports === 0
        ? 0
        : await importReports(transaction, {
            store: this.#reports,
            entityId,
            entityRef,
            provenance: options.provenance.demo ? 'demo' : 'import',
            receivedAt: new Date(this.#now()),
          });
    await lockEntity(transaction, entityRef);
    const facts = { entityId, bit };
    let changed = false;
    if (options.replace) {
      changed = await forgetFacts(transaction, facts);
    } else if (options.releases) {
      changed = await forgetFacts(transaction, {
        ...facts,
        releases: 'absent',
      });
    }
    const merged = await mergeStaging(transaction, facts);
    if (changed || merged.changed || reported > 0) {
      await this.#attribution.environments.refresh?.();
      await attributeEntity(transaction, { ...facts, ...this.#attribution });
      await countFacts(transaction, entityId);
    }
    if (reported > 0) {
      // What its reports asked for is done. Others that ask meanwhile wait for the row, and write it again.
      await transaction('derivations').where({ entity_id: entityId }).delete();
    }
    await transaction('source_status')
      .insert({
        entity_id: entityId,
        provenance: bit,
        last_success_at: new Date(this.#now()),
        ...cursor,
      })
      .onConflict(['entity_id', 'provenance'])
      .merge({
        last_success_at: new Date(this.#now()),
        failing_since: null,
        error: null,
        ...cursor,
      });
    const accepted = merged.inserted + reported;
    return {
      accepted,
      duplicate: encoder.taken - accepted,
      rejected: encoder.rejected,
      rejections: encoder.rejections,
    };
  }

  async *#encodeLines(
    stream: AsyncIterable<Buffer>,
    encoder: RecordEncoder,
    entityRef: string,
  ): AsyncGenerator<Buffer> {
    const splitter = LineSplitter.create({
      onLine: ({ number, text, reason }) =>
        encoder.add(
          number,
          text === undefined
            ? { reason }
            : parseImportLine({ line: text, now: this.#now(), entityRef }),
        ),
    });
    for await (const chunk of stream) {
      splitter.push(chunk);
      if (encoder.hasRows) {
        yield encoder.take();
      }
    }
    splitter.end();
    yield encoder.take();
  }

  async *#encodeRecords(
    records: AsyncIterable<unknown>,
    encoder: RecordEncoder,
  ): AsyncGenerator<Buffer> {
    let number = 0;
    for await (const value of records) {
      number += 1;
      const parsed = checkRecord({ value, now: this.#now() });
      refuseLostCommit(value, parsed.reason);
      encoder.add(number, parsed);
      if (number % recordsPerBatch === 0) {
        yield encoder.take();
      }
    }
    yield encoder.take();
  }
}

function busy(): Error {
  return new ServiceUnavailableError(
    'Two other imports are still running; nothing was imported. Send the file again in a few minutes',
  );
}

/** A source brings a whole history: without one of its commits the figures would be wrong, and nobody would know. */
function refuseLostCommit(value: unknown, reason?: string): void {
  const record: Partial<DeliveryRecord> = Object(value);
  if (reason !== undefined && record.type === 'commit') {
    throw new InputError(
      `commit ${record.sha}: ${reason}; the history would be cut there, so that nothing of it was stored`,
    );
  }
}
