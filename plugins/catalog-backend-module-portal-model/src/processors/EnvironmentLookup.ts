import type { Entity } from '@backstage/catalog-model';

/**
 * What is known of the environments that are in the catalog already.
 */
export interface EnvironmentLookup {
  /** The entity of this reference, whatever its type; undefined where there is none, or where it can't be told. */
  getByRef(entityRef: string): Promise<Entity | undefined>;

  /** The environments of this name in any namespace; upper and lower case are the same. */
  getByName(name: string): Promise<Entity[]>;
}
