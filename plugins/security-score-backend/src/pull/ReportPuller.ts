import { createHash } from 'node:crypto';
import type {
  AuthService,
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { assertError, InputError, isError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ReportImporter } from '../import/ReportImporter';
import { repositoryOf } from '../import/repositoryOf';
import { componentsWith } from './componentsWith';
import type { PulledSources } from './PulledSources';
import { readPullAnnotation, reportAnnotation } from './readPullAnnotation';

const longestError = 1000;
/** What is fetched is held in memory until it is known whether it changed. */
const usualMostBytes = 256 * 1024 ** 2;

/** What {@link ReportPuller} reads and gives. */
export type ReportPullerOptions = {
  auth: AuthService;
  catalog: CatalogService;
  importer: Pick<ReportImporter, 'import'>;
  logger: LoggerService;
  sources: PulledSources;
  urlReader: UrlReaderService;
  /** The most bytes of a fetched report. Default: 256 MiB. */
  mostBytes?: number;
};

/**
 * Fetches the reports that components name in their annotation, and takes those that changed. One that can't be read or taken is said
 * of, and holds up no other.
 */
export class ReportPuller {
  readonly #options: ReportPullerOptions;

  private constructor(options: ReportPullerOptions) {
    this.#options = options;
  }

  static create(options: ReportPullerOptions): ReportPuller {
    return new ReportPuller(options);
  }

  /** @returns How many reports were taken. */
  async run(options: { signal?: AbortSignal } = {}): Promise<number> {
    const startedAt = new Date();
    let taken = 0;
    for await (const entity of componentsWith(
      reportAnnotation,
      this.#options,
    )) {
      for (const url of readPullAnnotation(entity)) {
        options.signal?.throwIfAborted();
        taken += await this.#pull(entity, url, options.signal);
      }
    }
    await this.#options.sources.forgetBefore(startedAt);
    return taken;
  }

  async #pull(
    entity: Entity,
    url: string,
    signal: AbortSignal | undefined,
  ): Promise<number> {
    const { logger, sources } = this.#options;
    const entityRef = stringifyEntityRef(entity);
    const known = await sources.get(entityRef, url);
    try {
      const found = await this.#read(url, known.etag, signal);
      const contentHash =
        found && createHash('sha256').update(found.bytes).digest('hex');
      const changed =
        contentHash !== undefined && contentHash !== known.contentHash;
      if (found && changed) {
        await this.#options.importer.import({
          entityRef,
          bytes: piecesOf(found.bytes),
          repository: repositoryOf(entity),
          sentBy: 'source:pull',
          demo: false,
          signal,
        });
      }
      await sources.keep(
        entityRef,
        url,
        found ? { etag: found.etag, contentHash, changed } : known,
      );
      return changed ? 1 : 0;
    } catch (error) {
      signal?.throwIfAborted();
      assertError(error);
      logger.warn(
        `The report of ${entityRef} at ${url} was not taken: ${error.message}`,
      );
      await sources.keep(entityRef, url, {
        ...known,
        error: error.message.slice(0, longestError),
      });
      return 0;
    }
  }

  /** Reads no further than a report may be long. */
  async #gather(
    pieces: AsyncIterable<Buffer> | Iterable<Buffer>,
  ): Promise<Buffer> {
    const { mostBytes = usualMostBytes } = this.#options;
    const gathered: Buffer[] = [];
    let length = 0;
    for await (const piece of pieces) {
      length += piece.length;
      if (length > mostBytes) {
        throw new InputError(
          `it has more than ${mostBytes} bytes; send it from where it is made instead`,
        );
      }
      gathered.push(piece);
    }
    return Buffer.concat(gathered);
  }

  /** Undefined where it is the same as before. */
  async #read(url: string, etag: string | undefined, signal?: AbortSignal) {
    try {
      const response = await this.#options.urlReader.readUrl(url, {
        etag,
        signal: signal as never,
      });
      const pieces = response.stream?.() ?? [await response.buffer()];
      return { bytes: await this.#gather(pieces), etag: response.etag };
    } catch (error) {
      if (isError(error) && error.name === 'NotModifiedError') {
        return undefined;
      }
      throw error;
    }
  }
}

async function* piecesOf(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
