import {
  RELATION_CHILD_OF,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogReader } from './CatalogReader';

/** What is above each group, system and domain. */
export interface Structure {
  /** Itself and everything above it, itself first. A circle ends where it closes. */
  upwards(entityRef: string): string[];
}

/** Reads which groups, systems and domains are part of which. Of each only references are kept. */
export async function readStructure(
  reader: CatalogReader,
  signal?: AbortSignal,
): Promise<Structure> {
  const above = new Map<string, string[]>();
  for await (const entities of reader.read(
    [{ kind: ['Group', 'System', 'Domain'] }],
    signal,
  )) {
    for (const entity of entities) {
      const parents = (entity.relations ?? [])
        .filter(({ type }) =>
          [RELATION_CHILD_OF, RELATION_PART_OF].includes(type),
        )
        .map(({ targetRef }) => targetRef);
      above.set(stringifyEntityRef(entity), parents);
    }
  }
  return {
    upwards(entityRef) {
      // A Set goes on with what is added to it on the way.
      const found = new Set([entityRef]);
      for (const each of found) {
        above.get(each)?.forEach(parent => found.add(parent));
      }
      return [...found];
    },
  };
}
