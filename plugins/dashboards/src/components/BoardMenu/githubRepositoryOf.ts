import { ANNOTATION_LOCATION, type Entity } from '@backstage/catalog-model';

/** The repository that an entity comes from, as the scaffolder writes it; undefined where it is not one of github.com. */
export function githubRepositoryOf(entity: Entity): string | undefined {
  const location = entity.metadata.annotations?.[ANNOTATION_LOCATION] ?? '';
  const found = /^url:https:\/\/github\.com\/([\w.-]+)\/([\w.-]+)\//.exec(
    location,
  );
  return found
    ? `github.com?${new URLSearchParams({ owner: found[1], repo: found[2] })}`
    : undefined;
}
