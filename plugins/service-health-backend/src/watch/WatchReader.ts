import type { AuthService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  healthChecksAnnotation,
  healthObjectiveAnnotation,
  parseChecks,
  parseObjective,
} from '@portal/plugin-service-health-common';
import type { CheckStore, Declaration } from '../database/CheckStore';

/** What {@link WatchReader} works with. */
export type WatchReaderOptions = {
  auth: AuthService;
  catalog: CatalogService;
  checks: CheckStore;
  /** Minutes. */
  interval: number;
};

/** Reads from the catalog what is to be watched. */
export class WatchReader {
  readonly #options: WatchReaderOptions;

  private constructor(options: WatchReaderOptions) {
    this.#options = options;
  }

  static create(options: WatchReaderOptions): WatchReader {
    return new WatchReader(options);
  }

  /** Makes the probes those that the catalog declares. While the catalog does not answer they stay as they are. */
  async read(): Promise<number> {
    const { auth, catalog, checks, interval } = this.#options;
    const credentials = await auth.getOwnServiceCredentials();
    const pages = catalog.streamEntities(
      {
        filter: [
          {
            [`metadata.annotations.${healthChecksAnnotation}`]:
              CATALOG_FILTER_EXISTS,
          },
          {
            [`metadata.annotations.${healthObjectiveAnnotation}`]:
              CATALOG_FILTER_EXISTS,
          },
        ],
        fields: [
          'kind',
          'metadata.namespace',
          'metadata.name',
          'metadata.annotations',
        ],
      },
      { credentials },
    );
    const declarations: Declaration[] = [];
    for await (const page of pages) {
      declarations.push(...page.map(declarationOf));
    }
    await checks.declare(declarations, interval * 60_000);
    return declarations.length;
  }
}

function declarationOf(entity: Entity): Declaration {
  const annotations = entity.metadata.annotations ?? {};
  const text = annotations[healthChecksAnnotation];
  const { checks, problems } =
    text === undefined ? { checks: [], problems: [] } : parseChecks(text);
  const objectiveText = annotations[healthObjectiveAnnotation];
  let objective: number | undefined;
  try {
    objective =
      objectiveText === undefined ? undefined : parseObjective(objectiveText);
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error));
  }
  return { entityRef: stringifyEntityRef(entity), checks, objective, problems };
}
