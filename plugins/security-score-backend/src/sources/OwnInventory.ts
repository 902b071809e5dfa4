import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Knex } from 'knex';
import type { ReportImporter } from '../import/ReportImporter';
import { readYarnLock } from './readYarnLock';
import { writeCyclonedx } from './writeCyclonedx';

const tool = 'portal';
/** An inventory that nobody confirms grows old, and counts as such. */
const confirmedFor = 24 * 3600_000;

/** What {@link OwnInventory} works with. */
export type OwnInventoryOptions = {
  auth: AuthService;
  catalog: CatalogService;
  client: Knex;
  /** The component that the portal is in the catalog. */
  entityRef: string;
  importer: Pick<ReportImporter, 'import'>;
  /** The lock file; absent: the nearest `yarn.lock` in the working directory or above. */
  lockFile?: string;
  logger: LoggerService;
  now?: () => number;
};

/** Imports what the portal itself is built from, if its catalog has it. */
export class OwnInventory {
  readonly #options: OwnInventoryOptions;
  #isMissed = false;

  private constructor(options: OwnInventoryOptions) {
    this.#options = options;
  }

  static create(options: OwnInventoryOptions): OwnInventory {
    return new OwnInventory(options);
  }

  /** Whether it was imported: once after it changed, and once a day. */
  async import(options: { signal?: AbortSignal } = {}): Promise<boolean> {
    const { auth, catalog, entityRef, importer, logger } = this.#options;
    const entity = await catalog.getEntityByRef(entityRef, {
      credentials: await auth.getOwnServiceCredentials(),
    });
    if (!entity) {
      return false;
    }
    const file = this.#options.lockFile ?? (await findLockFile());
    const text =
      file && (await fs.readFile(file, 'utf8').catch(() => undefined));
    if (!text) {
      if (!this.#isMissed) {
        this.#isMissed = true;
        logger.info(
          `What the portal is built from is not known: there is no ${
            file ?? 'yarn.lock'
          }. securityScore.ownInventory.lockFile says where it is`,
        );
      }
      return false;
    }
    const document = writeCyclonedx(readYarnLock(text), {
      tool,
      name: entity.metadata.name,
    });
    if (await this.#isKnown(document)) {
      return false;
    }
    await importer.import({
      entityRef,
      bytes: (async function* whole() {
        yield Buffer.from(document);
      })(),
      sentBy: 'source:own-inventory',
      demo: false,
      signal: options.signal,
    });
    return true;
  }

  async #isKnown(document: string): Promise<boolean> {
    const { client, entityRef, now = Date.now } = this.#options;
    const last = await client('reports')
      .join('services', 'services.id', 'reports.service_id')
      .where({ 'services.ref': entityRef, tool })
      .orderBy('received_at', 'desc')
      .first('content_hash', 'received_at');
    return (
      last !== undefined &&
      last.content_hash ===
        createHash('sha256').update(document).digest('hex') &&
      now() - last.received_at.getTime() < confirmedFor
    );
  }
}

async function findLockFile(): Promise<string | undefined> {
  for (let folder = process.cwd(); ; folder = path.dirname(folder)) {
    const file = path.join(folder, 'yarn.lock');
    if (await fs.stat(file).catch(() => undefined)) {
      return file;
    }
    if (folder === path.dirname(folder)) {
      return undefined;
    }
  }
}
