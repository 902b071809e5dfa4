import type { Entity } from '@backstage/catalog-model';

/** Annotations that name the repository of a service, and the host each is of. */
const slugs = {
  'github.com/project-slug': 'github.com',
  'gitlab.com/project-slug': 'gitlab.com',
};

/**
 * The repository that a service says it is kept in, `github.com/owner/name`. Where its description is kept says nothing: many keep
 * those in a repository of their own.
 */
export function repositoryOf(entity: Entity): string | undefined {
  for (const [annotation, host] of Object.entries(slugs)) {
    const slug = entity.metadata.annotations?.[annotation];
    if (slug) {
      return `${host}/${slug.trim()}`;
    }
  }
  return undefined;
}
