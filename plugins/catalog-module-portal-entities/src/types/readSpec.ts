import type { Entity } from '@backstage/catalog-model';

/** A text of the spec, where it is one. The catalog checks shapes, but an entity may be older than the check. */
export function readText(entity: Entity, field: string): string | undefined {
  const value = entity.spec?.[field];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A number of the spec, where it is one. */
export function readNumber(entity: Entity, field: string): number | undefined {
  const value = entity.spec?.[field];
  return typeof value === 'number' ? value : undefined;
}

/** The texts of a list of the spec; none where there is no list. */
export function readTexts(entity: Entity, field: string): string[] {
  const value = entity.spec?.[field];
  return Array.isArray(value)
    ? value.filter((item): item is string => typeof item === 'string')
    : [];
}
