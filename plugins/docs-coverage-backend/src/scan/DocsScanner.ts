import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { DocsCoverageStore } from '../database/DocsCoverageStore';
import type { LinkLimits } from '../links/LinkLimits';
import type { CatalogReader } from './CatalogReader';
import { checkSite } from './checkSite';
import { countEntity } from './countEntity';
import { filterOf, type CountingRule } from './CountingRule';
import { readStructure } from './readStructure';
import type { SiteReader } from './SiteReader';

/** What {@link DocsScanner} works with. */
export type DocsScannerOptions = {
  limits: LinkLimits;
  logger: LoggerService;
  reader: CatalogReader;
  rules: readonly CountingRule[];
  sites: SiteReader;
  store: DocsCoverageStore;
};

/**
 * Reads what counts and which documentation it has. A scan that ends in the middle leaves what the one before found of the
 * entities that it did not reach; only one that came to its end removes what is no more.
 */
export class DocsScanner {
  readonly #options: DocsScannerOptions;

  private constructor(options: DocsScannerOptions) {
    this.#options = options;
  }

  static create(options: DocsScannerOptions): DocsScanner {
    return new DocsScanner(options);
  }

  async scan(signal?: AbortSignal): Promise<void> {
    const { reader, rules, store } = this.#options;
    const scan = randomUUID();
    const structure = await readStructure(reader, signal);
    for await (const entities of reader.read(filterOf(rules), signal)) {
      await store.putEntities(
        scan,
        entities.map(entity => countEntity(entity, structure)),
      );
    }
    await store.finishScan(scan);
    await this.#scanSites(signal);
  }

  async #scanSites(signal?: AbortSignal): Promise<void> {
    const { store } = this.#options;
    let after: string | undefined;
    do {
      const siteRefs = await store.listSiteRefs(after);
      for (const siteRef of siteRefs) {
        signal?.throwIfAborted();
        await this.#scanSite(siteRef, signal);
      }
      after = siteRefs[siteRefs.length - 1];
    } while (after !== undefined);
  }

  async #scanSite(siteRef: string, signal?: AbortSignal): Promise<void> {
    const { limits, logger, sites, store } = this.#options;
    try {
      const metadata = await sites.readMetadata(siteRef, signal);
      if (!metadata) {
        await store.putSite({ siteRef, state: 'not-built' });
        return;
      }
      if ((await store.siteVersion(siteRef)) === metadata.version) {
        return;
      }
      const checked = await checkSite({
        siteRef,
        metadata,
        sites,
        limits,
        signal,
      });
      await store.putSite({ siteRef, state: 'built', ...metadata, ...checked });
    } catch (error) {
      // One site that cannot be read is no reason to leave out the others.
      signal?.throwIfAborted();
      logger.warn(
        `Could not read the documentation of ${siteRef}: ${stringifyError(
          error,
        )}`,
      );
      await store.markSiteFailed(siteRef, stringifyError(error));
    }
  }
}
