import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import type {
  AuthService,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { assertError, InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Knex } from 'knex';
import type { ReportImporter } from '../import/ReportImporter';
import { readYarnLock } from './readYarnLock';

const sentBy = 'portal';

/** What {@link OwnInventory} reads and gives. */
export type OwnInventoryOptions = {
  auth: AuthService;
  catalog: CatalogService;
  client: Knex;
  importer: ReportImporter;
  logger: LoggerService;
  /** The lock file, and the component that it is of. */
  source: { lockFile: string; entityRef: string };
};

/** Reads `securityScore.ownInventory`. */
export function readOwnInventory(root: RootConfigService) {
  const config = root.getOptionalConfig('securityScore.ownInventory');
  return (
    config && {
      lockFile: path.resolve(config.getString('lockFile')),
      entityRef: config.getString('entityRef'),
    }
  );
}

/** Tells the portal what it is built from itself: the inventory of its own lock file, again whenever that file changes. */
export class OwnInventory {
  readonly #options: OwnInventoryOptions;

  private constructor(options: OwnInventoryOptions) {
    this.#options = options;
  }

  static create(options: OwnInventoryOptions): OwnInventory {
    return new OwnInventory(options);
  }

  /** @returns Whether there was something new to tell. */
  async run(options: { signal?: AbortSignal } = {}): Promise<boolean> {
    const { importer, logger, source } = this.#options;
    const { lockFile, entityRef } = source;
    try {
      const inventory = Buffer.from(
        JSON.stringify(readYarnLock(await fs.readFile(lockFile, 'utf8'))),
      );
      if (!(await this.#isThere()) || (await this.#isKnown(inventory))) {
        return false;
      }
      await importer.import({
        entityRef,
        bytes: piecesOf(inventory),
        sentBy,
        demo: false,
        signal: options.signal,
      });
      return true;
    } catch (error) {
      assertError(error);
      const isExpected = error instanceof InputError || 'code' in error;
      if (!isExpected) {
        throw error;
      }
      logger.warn(`The portal's own inventory was not read: ${error.message}`);
      return false;
    }
  }

  async #isThere(): Promise<boolean> {
    const { auth, catalog, source } = this.#options;
    const entity = await catalog.getEntityByRef(source.entityRef, {
      credentials: await auth.getOwnServiceCredentials(),
    });
    return entity !== undefined;
  }

  /** The same file is told once, however often the portal starts. */
  async #isKnown(inventory: Buffer): Promise<boolean> {
    const { client, source } = this.#options;
    const last = await client('reports')
      .join('services', 'services.id', 'reports.service_id')
      .where({ 'services.ref': source.entityRef, sent_by: sentBy })
      .orderBy('received_at', 'desc')
      .first('content_hash');
    return (
      last?.content_hash ===
      createHash('sha256').update(inventory).digest('hex')
    );
  }
}

async function* piecesOf(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
