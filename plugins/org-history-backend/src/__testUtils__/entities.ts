import {
  stringifyEntityRef,
  type Entity,
  type EntityRelation,
} from '@backstage/catalog-model';

/** An entity with relations, as `component:default/shop`, `{ ownedBy: ['group:default/team'] }`. */
export function entity(
  ref: string,
  relations: Record<string, string[]> = {},
  formerly?: string,
): Entity {
  const [kind, rest] = ref.split(':');
  const [namespace, name] = rest.split('/');
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      namespace,
      uid: ref,
      ...(formerly && { annotations: { 'portal/formerly': formerly } }),
    },
    relations: Object.entries(relations).flatMap(([type, targets]) =>
      targets.map((targetRef): EntityRelation => ({ type, targetRef })),
    ),
  };
}

export function refOf(found: Entity): string {
  return stringifyEntityRef(found);
}
