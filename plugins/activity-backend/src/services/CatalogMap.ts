import type { AuthService } from '@backstage/backend-plugin-api';
import {
  RELATION_CHILD_OF,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { TtlCache } from '@portal/backend-access';
import { repositoryKeys } from './repositoryKeys';

const pageSize = 500;
const lifetime = 30_000;

/** What of the catalog matters here. */
export type CatalogSnapshot = {
  /** The components, by what names their repositories. */
  componentsByKey: ReadonlyMap<string, readonly string[]>;
  components: ReadonlySet<string>;
  /** The components of a system, a domain or an owner, or the component itself. */
  componentsOf(entityRef: string): readonly string[];
};

/** Which components there are, whose they are, and which repositories they name. Read once in half a minute. */
export class CatalogMap {
  readonly #options: {
    auth: AuthService;
    catalog: CatalogService;
    integrations: ScmIntegrationRegistry;
  };
  readonly #cache = TtlCache.create<CatalogSnapshot>({ lifetime });

  private constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    integrations: ScmIntegrationRegistry;
  }) {
    this.#options = options;
  }

  static create(options: {
    auth: AuthService;
    catalog: CatalogService;
    integrations: ScmIntegrationRegistry;
  }): CatalogMap {
    return new CatalogMap(options);
  }

  async get(): Promise<CatalogSnapshot> {
    return this.#cache.get('catalog', () => this.#read());
  }

  async #read(): Promise<CatalogSnapshot> {
    const components: Entity[] = [];
    const parents = new Map<string, string[]>();
    for await (const entity of this.#entities()) {
      const isComponent = entity.kind.toLowerCase() === 'component';
      const ref = refOf(stringifyEntityRef(entity));
      if (isComponent) {
        components.push(entity);
      }
      // What a system's owner owns is the system; its components have owners of their own.
      const types = isComponent
        ? [RELATION_PART_OF, RELATION_OWNED_BY]
        : [RELATION_PART_OF, RELATION_CHILD_OF];
      parents.set(
        ref,
        (entity.relations ?? [])
          .filter(({ type }) => types.includes(type))
          .map(({ targetRef }) => refOf(targetRef)),
      );
    }
    const byKey = new Map<string, string[]>();
    const byScope = new Map<string, string[]>();
    for (const entity of components) {
      const ref = refOf(stringifyEntityRef(entity));
      for (const key of repositoryKeys(entity, this.#options.integrations)) {
        add(byKey, key, ref);
      }
      for (const scope of withAncestors(ref, parents)) {
        add(byScope, scope, ref);
      }
    }
    return {
      componentsByKey: byKey,
      components: new Set(
        components.map(each => refOf(stringifyEntityRef(each))),
      ),
      componentsOf: scope => byScope.get(refOf(scope)) ?? [],
    };
  }

  async *#entities(): AsyncGenerator<Entity> {
    const { auth, catalog } = this.#options;
    const credentials = await auth.getOwnServiceCredentials();
    let cursor: string | undefined;
    do {
      const { items, pageInfo } = await catalog.queryEntities(
        {
          limit: pageSize,
          fields: [
            'kind',
            'metadata.namespace',
            'metadata.name',
            'metadata.annotations',
            'relations',
          ],
          ...(cursor
            ? { cursor }
            : { filter: { kind: ['component', 'system', 'domain', 'group'] } }),
        },
        { credentials },
      );
      yield* items;
      cursor = pageInfo.nextCursor;
    } while (cursor);
  }
}

function refOf(ref: string): string {
  return ref.toLocaleLowerCase('en-US');
}

function add(map: Map<string, string[]>, key: string, value: string): void {
  const values = map.get(key);
  if (values) {
    values.push(value);
  } else {
    map.set(key, [value]);
  }
}

/** Circles end where they come back. */
function withAncestors(
  ref: string,
  parents: ReadonlyMap<string, readonly string[]>,
): Set<string> {
  const seen = new Set([ref]);
  for (const each of seen) {
    for (const parent of parents.get(each) ?? []) {
      seen.add(parent);
    }
  }
  return seen;
}
