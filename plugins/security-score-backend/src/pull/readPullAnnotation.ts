import type { Entity } from '@backstage/catalog-model';

/** Where the reports of a component are: addresses, with commas or spaces between them. */
export const reportAnnotation = 'portal/security-report';

const mostAddresses = 20;

/** The addresses that a component names, each once. What is no address stays, so that fetching it says so. */
export function readPullAnnotation(entity: Entity): string[] {
  const text = entity.metadata.annotations?.[reportAnnotation] ?? '';
  return [...new Set(text.split(/[\s,]+/).filter(Boolean))].slice(
    0,
    mostAddresses,
  );
}
