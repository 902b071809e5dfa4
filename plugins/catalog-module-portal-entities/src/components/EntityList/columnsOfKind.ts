import {
  RELATION_CHILD_OF,
  RELATION_MEMBER_OF,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  type Entity,
} from '@backstage/catalog-model';

/** What a line of the list says beside the name. */
export type EntityColumn = {
  id: string;
  label: string;
  /** The field that the catalog sorts by; without one the column is not sorted. */
  sortField?: string;
} & (
  | { text: (entity: Entity) => string | undefined }
  | { relation: string; onlyKind?: string }
);

function specText(field: string) {
  return (entity: Entity): string | undefined => {
    const value = entity.spec?.[field];
    return typeof value === 'string' ? value : undefined;
  };
}

function textColumn(field: string, label: string): EntityColumn {
  return {
    id: field,
    label,
    sortField: `spec.${field}`,
    text: specText(field),
  };
}

const type = textColumn('type', 'Type');
const lifecycle = textColumn('lifecycle', 'Lifecycle');
const target = textColumn('target', 'Target');
const owner: EntityColumn = {
  id: 'owner',
  label: 'Owner',
  relation: RELATION_OWNED_BY,
};
const system: EntityColumn = {
  id: 'system',
  label: 'System',
  relation: RELATION_PART_OF,
  onlyKind: 'system',
};
const domain: EntityColumn = {
  id: 'domain',
  label: 'Domain',
  relation: RELATION_PART_OF,
  onlyKind: 'domain',
};
const parent: EntityColumn = {
  id: 'parent',
  label: 'Part of',
  relation: RELATION_CHILD_OF,
};
const teams: EntityColumn = {
  id: 'teams',
  label: 'Teams',
  relation: RELATION_MEMBER_OF,
};

const columns: Record<string, EntityColumn[]> = {
  api: [type, lifecycle, system, owner],
  component: [type, lifecycle, system, owner],
  domain: [domain, owner],
  group: [type, parent],
  location: [type, target],
  resource: [type, system, owner],
  system: [domain, owner],
  template: [type, owner],
  user: [teams],
};

/**
 * The columns that tell entities of a kind apart.
 *
 * @param kind - in lower case; a kind that is not known has type and owner.
 * @param options - `typeIsChosen`: all lines have the same type, so that the column would say nothing.
 */
export function columnsOfKind(
  kind: string,
  options: { typeIsChosen: boolean },
): EntityColumn[] {
  const all = columns[kind] ?? [type, owner];
  return options.typeIsChosen ? all.filter(column => column !== type) : all;
}
