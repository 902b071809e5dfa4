import { createHash } from 'node:crypto';
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { assertError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ReportImporter } from '../import/ReportImporter';
import { componentsWith } from '../pull/componentsWith';
import type { PulledSources } from '../pull/PulledSources';
import type { SonarClient } from './SonarClient';

const annotation = 'sonarqube.org/project-key';
const longestError = 1000;

/** What {@link SonarqubePuller} reads and gives. */
export type SonarqubePullerOptions = {
  auth: AuthService;
  /** Where people see the projects. */
  baseUrl: string;
  catalog: CatalogService;
  importer: Pick<ReportImporter, 'import'>;
  logger: LoggerService;
  sonar: SonarClient;
  sources: PulledSources;
};

/**
 * Takes the vulnerabilities and hotspots of the projects that components name: those of a project are one complete report, or none at
 * all. A project that can't be read is said of, and holds up no other.
 */
export class SonarqubePuller {
  readonly #options: SonarqubePullerOptions;

  private constructor(options: SonarqubePullerOptions) {
    this.#options = options;
  }

  static create(options: SonarqubePullerOptions): SonarqubePuller {
    return new SonarqubePuller(options);
  }

  /** @returns How many reports were taken. */
  async run(signal: AbortSignal): Promise<number> {
    const { sources } = this.#options;
    const startedAt = new Date();
    let taken = 0;
    for await (const entity of componentsWith(annotation, this.#options)) {
      const project = entity.metadata.annotations?.[annotation]?.trim();
      if (project) {
        signal.throwIfAborted();
        const entityRef = stringifyEntityRef(entity);
        taken += (await this.#pull(entityRef, project, signal)) ? 1 : 0;
      }
    }
    await sources.forgetBefore(startedAt);
    return taken;
  }

  async #pull(
    entityRef: string,
    project: string,
    signal: AbortSignal,
  ): Promise<boolean> {
    const { baseUrl, importer, logger, sources } = this.#options;
    const url = `${baseUrl}/dashboard?id=${encodeURIComponent(project)}`;
    const known = await sources.get(entityRef, url);
    try {
      const bytes = await this.#read(project, signal);
      const contentHash = createHash('sha256').update(bytes).digest('hex');
      const changed = contentHash !== known.contentHash;
      if (changed) {
        await importer.import({
          entityRef,
          bytes: piecesOf(bytes),
          sentBy: 'source:sonarqube',
          demo: false,
          signal,
        });
      }
      await sources.keep(entityRef, url, { contentHash, changed });
      return changed;
    } catch (error) {
      signal.throwIfAborted();
      assertError(error);
      const message = `The project ${project} of SonarQube was not taken: ${error.message}`;
      logger.warn(message);
      await sources.keep(entityRef, url, {
        error: message.slice(0, longestError),
      });
      return false;
    }
  }

  async #read(project: string, signal: AbortSignal): Promise<Buffer> {
    const { sonar } = this.#options;
    const issues = await sonar.issues(project, signal);
    const hotspots = await sonar.hotspots(project, signal);
    return Buffer.from(
      JSON.stringify({
        source: 'sonarqube',
        paging: { total: issues.total + hotspots.total },
        issues: issues.entries,
        hotspots: hotspots.entries,
      }),
    );
  }
}

async function* piecesOf(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
