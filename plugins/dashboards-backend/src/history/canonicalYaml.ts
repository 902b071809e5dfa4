import type { Entity } from '@backstage/catalog-model';
import { stringify } from 'yaml';

/** Annotations that the catalog adds: they say where a dashboard was read, not what it is. */
const added = 'backstage.io/';

/** What people wrote of a dashboard, in one form: the same content is the same text. */
export function canonicalYaml(entity: Entity): string {
  const { apiVersion, kind, metadata, spec } = entity;
  const { name, namespace, title, description, labels, tags } = metadata;
  const annotations = Object.entries(metadata.annotations ?? {})
    .filter(([key]) => !key.startsWith(added))
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const document = {
    apiVersion,
    kind,
    metadata: {
      name,
      namespace: namespace === 'default' ? undefined : namespace,
      title,
      description,
      labels,
      tags,
      annotations:
        annotations.length > 0 ? Object.fromEntries(annotations) : undefined,
    },
    spec,
  };
  return stringify(document, {
    lineWidth: 0,
    aliasDuplicateObjects: false,
    // The catalog's database does not keep the order of keys.
    sortMapEntries: compareKeys,
  });
}

/** What is read first stands first; other keys are in alphabetical order. */
const first = [
  'apiVersion',
  'kind',
  'metadata',
  'spec',
  'name',
  'id',
  'type',
  'title',
  'widget',
  'description',
  'owner',
  'column',
  'row',
  'width',
  'height',
];

function compareKeys(one: { key: unknown }, other: { key: unknown }): number {
  const [a, b] = [keyOf(one), keyOf(other)];
  const rank = (key: string) => first.indexOf(key) + 1 || first.length + 1;
  return rank(a) - rank(b) || (a < b ? -1 : Number(a > b));
}

function keyOf({ key }: { key: unknown }): string {
  return String(
    typeof key === 'object' && key && 'value' in key ? key.value : key,
  );
}
