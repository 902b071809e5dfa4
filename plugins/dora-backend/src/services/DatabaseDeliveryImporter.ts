import { ServiceUnavailableError } from '@backstage/errors';
import { Semaphore, type Waiting } from '@portal/bulk-import';
import type { ImportResult } from '@portal/plugin-dora-common';
import type { Knex } from 'knex';
import { withUsualJoins } from '../database/bulkJoins';
import { provenanceBit, provenanceBits } from '../database/provenance';
import {
  attributeEntities,
  type AttributionSettings,
} from '../derive/attributeEntities';
import {
  countFacts,
  ensureEntities,
  lockEntities,
  lockEntity,
} from '../import/entities';
import { encodeLines } from '../import/encodeLines';
import { encodeRecords } from '../import/encodeRecords';
import { ImportEntities } from '../import/ImportEntities';
import { forgetFacts, mergeStaging } from '../import/merge';
import { RecordEncoder } from '../import/RecordEncoder';
import { createStaging, fillStaging } from '../import/staging';
import { importReports } from '../reports/importReports';
import type {
  DeliveryImporter,
  FactProvenance,
  ImportLinesOptions,
  ImportRecordsOptions,
  SourceCursor,
} from './DeliveryImporter';

const usualWaitLimit = 120_000;

type ImportOptions = {
  entities: ImportEntities;
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
    this.#now = options.now ?? Date.now;
    this.#waitLimit = options.waitLimit ?? usualWaitLimit;
  }

  static create(
    options: DatabaseDeliveryImporterOptions,
  ): DatabaseDeliveryImporter {
    return new DatabaseDeliveryImporter(options);
  }

  /** Whether lines are being imported. */
  get isBusy(): boolean {
    return this.#places.import.isBusy;
  }

  async importLines(options: ImportLinesOptions): Promise<ImportResult> {
    const { stream, provenance } = options;
    const entities = ImportEntities.create(options);
    return this.#import(
      { entities, provenance },
      encoder => encodeLines({ stream, encoder, entities, now: this.#now }),
      { waitLimit: this.#waitLimit, busy },
    );
  }

  async importRecords(options: ImportRecordsOptions): Promise<ImportResult> {
    const { records, ...rest } = options;
    const entities = ImportEntities.create(options);
    return this.#import({ ...rest, entities }, encoder =>
      encodeRecords({ records, encoder, now: this.#now }),
    );
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
        const entityIds = [row.id];
        await countFacts(transaction, entityIds);
        await attributeEntities(transaction, {
          entityIds,
          ...this.#attribution,
        });
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
    const { entities, provenance } = options;
    const bit = provenanceBit(provenance);
    const entityIds = await ensureEntities(transaction, entities.refs);
    // Before the locks of entities: whoever writes reports takes both in this order.
    const reported = await this.#importReports(transaction, {
      ...options,
      encoder,
    });
    await lockEntities(transaction, entities.refs);
    const forgotten = await forgetReplaced(transaction, {
      ...options,
      entityIds,
      bit,
    });
    const merged = await mergeStaging(transaction, {
      entityIds,
      bit,
      types: encoder.types,
    });
    // Only an import of one component forgets, or has reports.
    const changed = forgotten || reported > 0 ? entityIds : merged.changed;
    if (reported > 0) {
      // What its reports asked for is done. Others that ask meanwhile wait for the row, and write it again.
      await transaction('derivations').whereIn('entity_id', changed).delete();
    }
    await this.#noteSuccess(transaction, { ...options, entityIds, bit });
    if (changed.length > 0) {
      await countFacts(transaction, changed);
      await this.#attribution.environments.refresh?.();
      // Last, since it takes rows that all share.
      await attributeEntities(transaction, {
        entityIds: changed,
        ...this.#attribution,
      });
    }
    const accepted = merged.inserted + reported;
    return {
      accepted,
      duplicate: encoder.taken - accepted,
      rejected: encoder.rejected,
      rejections: encoder.rejections,
    };
  }

  /** Deployments, incidents and pull requests come in imports of one component only. */
  async #importReports(
    transaction: Knex.Transaction,
    options: ImportOptions & {
      encoder: RecordEncoder;
    },
  ): Promise<number> {
    const { entities, encoder, provenance } = options;
    const { only } = entities;
    if (encoder.reports === 0 || only === undefined) {
      return 0;
    }
    return withUsualJoins(transaction, () =>
      importReports(transaction, {
        entityRef: only,
        provenance: provenance.demo ? 'demo' : 'import',
        receivedAt: new Date(this.#now()),
      }),
    );
  }

  async #noteSuccess(
    transaction: Knex.Transaction,
    options: {
      entityIds: readonly number[];
      bit: number;
      cursor?: SourceCursor;
    },
  ): Promise<void> {
    const { entityIds, bit, cursor } = options;
    const at = new Date(this.#now());
    if (entityIds.length > 0) {
      await transaction('source_status')
        .insert(
          entityIds.map(entityId => ({
            entity_id: entityId,
            provenance: bit,
            last_success_at: at,
            ...cursor,
          })),
        )
        .onConflict(['entity_id', 'provenance'])
        .merge({
          last_success_at: at,
          failing_since: null,
          error: null,
          ...cursor,
        });
    }
  }
}

/** Takes back what a source brought before, as far as its batch says that it is gone. */
async function forgetReplaced(
  transaction: Knex.Transaction,
  options: Pick<ImportOptions, 'replace' | 'releases'> & {
    entityIds: readonly number[];
    bit: number;
  },
): Promise<boolean> {
  const { entityIds, bit, replace, releases } = options;
  const facts = { entityId: entityIds[0], bit };
  if (replace) {
    return forgetFacts(transaction, facts);
  }
  return releases
    ? forgetFacts(transaction, { ...facts, releases: 'absent' })
    : false;
}

function busy(): Error {
  return new ServiceUnavailableError(
    'Two other imports are still running; nothing was imported. Send the file again in a few minutes',
  );
}
