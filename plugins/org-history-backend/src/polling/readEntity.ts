import {
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import {
  catalogNode,
  type OrgEdgeKind,
} from '@portal/plugin-org-history-common';

/** Names what an entity was called before: one reference or several, with commas between them. */
export const formerlyAnnotation = 'portal/formerly';

/** What has to be read of an entity for {@link readEntity}. */
export const entityFields = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  `metadata.annotations.${formerlyAnnotation}`,
  'relations',
];

/** What an entity says: its edges and its former names. */
export type EntityStatements = {
  ref: string;
  edges: Array<{ kind: OrgEdgeKind; toRef: string }>;
  formerRefs: string[];
  /** Parts of the annotation that are no name this entity can have had. */
  unreadable: string[];
};

const kindsOfRelations: Readonly<Record<string, OrgEdgeKind>> = {
  ownedBy: 'ownedBy',
  partOf: 'partOf',
  childOf: 'childOf',
  memberOf: 'memberOf',
};

/** Takes from an entity what the history keeps. Pure. */
export function readEntity(entity: Entity): EntityStatements {
  const ref = normaliseRef(stringifyEntityRef(entity));
  const edges: EntityStatements['edges'] = [
    { kind: 'existsIn', toRef: catalogNode },
  ];
  for (const relation of entity.relations ?? []) {
    const kind = Object.hasOwn(kindsOfRelations, relation.type)
      ? kindsOfRelations[relation.type]
      : undefined;
    const toRef = normaliseRef(relation.targetRef);
    if (kind && toRef !== ref) {
      edges.push({ kind, toRef });
    }
  }
  return { ref, edges, ...readFormerRefs(entity, ref) };
}

/** References are compared in lower case, as the catalog does. */
export function normaliseRef(ref: string): string {
  return ref.toLocaleLowerCase('en-US');
}

function readFormerRefs(entity: Entity, ref: string) {
  const formerRefs: string[] = [];
  const unreadable: string[] = [];
  const text = entity.metadata.annotations?.[formerlyAnnotation] ?? '';
  for (const part of text.split(',').map(piece => piece.trim())) {
    const former = part && parseFormerRef(part, entity);
    if (former && former !== ref) {
      formerRefs.push(former);
    } else if (part) {
      unreadable.push(part);
    }
  }
  return { formerRefs, unreadable };
}

/** An entity keeps its kind when it is renamed. */
function parseFormerRef(part: string, entity: Entity): string | undefined {
  try {
    const parsed = parseEntityRef(part, {
      defaultKind: entity.kind,
      defaultNamespace: entity.metadata.namespace,
    });
    const sameKind = normaliseRef(parsed.kind) === normaliseRef(entity.kind);
    return sameKind ? normaliseRef(stringifyEntityRef(parsed)) : undefined;
  } catch {
    return undefined;
  }
}
