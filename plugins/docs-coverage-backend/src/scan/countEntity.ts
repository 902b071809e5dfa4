import {
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { documentationOf } from '@portal/plugin-docs-coverage-common';
import type { ScannedEntity } from '../database/DocsCoverageStore';
import type { Structure } from './readStructure';

/** What the scan keeps of an entity that counts. */
export function countEntity(
  entity: Entity,
  structure: Structure,
): ScannedEntity {
  const entityRef = stringifyEntityRef(entity);
  const related = (relation: string) =>
    (entity.relations ?? [])
      .filter(({ type }) => type === relation)
      .map(({ targetRef }) => targetRef);
  const owners = related(RELATION_OWNED_BY);
  const wholes = related(RELATION_PART_OF);
  // The documentation of a system or a domain is that of the system or domain itself.
  const within = ['System', 'Domain'].includes(entity.kind)
    ? [entityRef, ...wholes]
    : wholes;
  const above = [...owners, ...within].flatMap(ref => structure.upwards(ref));
  return {
    entityRef,
    title: entity.metadata.title ?? entity.metadata.name,
    kind: entity.kind,
    type: text(entity.spec?.type),
    lifecycle: text(entity.spec?.lifecycle),
    ownerRef: owners[0],
    systemRef: within.find(ref => ref.startsWith('system:')),
    domainRef: above.find(ref => ref.startsWith('domain:')),
    scopes: [...new Set(above)],
    siteRef: documentationOf(entityRef, entity.metadata.annotations ?? {}),
  };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
