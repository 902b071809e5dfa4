import { createHash } from 'node:crypto';
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import {
  RELATION_OWNED_BY,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  AllocationCatalog,
  CatalogClaim,
} from '@portal/plugin-finops-common';

/** What {@link CatalogIndex} asks. */
export type CatalogIndexOptions = {
  auth: AuthService;
  catalog: CatalogService;
  logger: LoggerService;
};

/** What the catalog said when it was last asked. */
export type CatalogSnapshot = AllocationCatalog & {
  /** The same for the same entities and claims. */
  hash: string;
  ownerOf(entityRef: string): string | undefined;
};

const pageSize = 500;
const annotations: Record<string, CatalogClaim['by']> = {
  'finops.portal/resource-ids': 'resource-ids',
  'finops.portal/tags': 'tags',
  'finops.portal/sub-accounts': 'sub-accounts',
  'finops.portal/services': 'services',
};
/** What people call environments of a stage. */
const namesOfStages: Record<string, string[]> = {
  production: ['prod', 'prd', 'live', 'production'],
  'pre-production': ['preprod', 'pre-prod', 'staging', 'pre-production'],
  acceptance: ['uat', 'acceptance'],
  test: ['test', 'sit', 'qa'],
  development: ['dev', 'development'],
};
const fields = [
  'kind',
  'metadata.namespace',
  'metadata.name',
  'metadata.annotations',
  'spec.type',
  'spec.stage',
  'relations',
];

/**
 * The entities that can have a cost, what their annotations claim, and the environments; read page by page, and kept until the next
 * time.
 */
export class CatalogIndex {
  readonly #options: CatalogIndexOptions;
  #snapshot: CatalogSnapshot = toSnapshot([]);
  #isLoaded = false;

  private constructor(options: CatalogIndexOptions) {
    this.#options = options;
  }

  static create(options: CatalogIndexOptions): CatalogIndex {
    return new CatalogIndex(options);
  }

  /** What is known; asks once where nothing is yet. */
  async current(): Promise<CatalogSnapshot> {
    if (!this.#isLoaded) {
      await this.refresh();
    }
    return this.#snapshot;
  }

  /** Asks the catalog. Where it does not answer, what was known stays. */
  async refresh(): Promise<void> {
    try {
      const entries: CatalogEntry[] = [];
      for await (const entity of this.#entities()) {
        entries.push(toEntry(entity));
      }
      this.#snapshot = toSnapshot(entries);
      this.#isLoaded = true;
    } catch (error) {
      this.#options.logger.warn(
        'The catalog did not answer; costs find their entities as it was before',
        toError(error),
      );
    }
  }

  async *#entities(): AsyncGenerator<Entity> {
    const { auth, catalog } = this.#options;
    const credentials = await auth.getOwnServiceCredentials();
    let cursor: string | undefined;
    do {
      const { items, pageInfo } = await catalog.queryEntities(
        {
          limit: pageSize,
          fields,
          ...(cursor
            ? { cursor }
            : {
                filter: {
                  kind: [
                    'component',
                    'resource',
                    'api',
                    'system',
                    'domain',
                    'group',
                  ],
                },
              }),
        },
        { credentials },
      );
      yield* items;
      cursor = pageInfo.nextCursor;
    } while (cursor);
  }
}

/** What is kept of an entity. */
type CatalogEntry = {
  ref: string;
  owner?: string;
  claims: CatalogClaim[];
  environment?: { name: string; stage: string };
};

function toEntry(entity: Entity): CatalogEntry {
  const ref = lower(stringifyEntityRef(entity));
  const owner = entity.relations?.find(
    ({ type }) => type === RELATION_OWNED_BY,
  );
  const spec: Record<string, unknown> = entity.spec ?? {};
  return {
    ref,
    owner: owner && lower(owner.targetRef),
    claims: Object.entries(annotations).flatMap(([annotation, by]) =>
      (entity.metadata.annotations?.[annotation] ?? '')
        .split(/[\n,]/)
        .map(value => value.trim())
        .filter(value => value !== '')
        .map(value => ({ entityRef: ref, by, value })),
    ),
    ...(spec.type === 'environment' && {
      environment: {
        name: entity.metadata.name,
        stage: String(spec.stage ?? ''),
      },
    }),
  };
}

function toSnapshot(entries: readonly CatalogEntry[]): CatalogSnapshot {
  const owners = new Map(entries.map(({ ref, owner }) => [ref, owner]));
  const claims = entries.flatMap(entry => entry.claims);
  const named = entries.flatMap(({ environment }) => environment ?? []);
  const environments = named.map(({ name, stage }) => ({
    name,
    // A stage that two environments have says nothing about either.
    aliases:
      named.filter(other => other.stage === stage).length === 1
        ? namesOfStages[stage] ?? []
        : [],
  }));
  const hash = createHash('sha256');
  for (const line of [
    ...owners.keys(),
    ...claims.map(claim => JSON.stringify(claim)),
    ...environments.map(environment => JSON.stringify(environment)),
  ].sort()) {
    hash.update(`${line}\n`);
  }
  return {
    has: ref => owners.has(ref),
    ownerOf: ref => owners.get(ref),
    environments,
    claims,
    hash: hash.digest('hex'),
  };
}

function lower(ref: string): string {
  return ref.toLocaleLowerCase('en-US');
}
