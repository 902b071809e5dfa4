import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { ScmIntegrationRegistry } from '@backstage/integration';

const annotation = 'github.com/project-slug';
const maxLength = 300;

/**
 * A repository that components name. `name` is the same for all spellings.
 *
 * @public
 */
export type NamedRepository = {
  /** Such as `github.com/team/shop`, in lower case. */
  name: string;
  host: string;
  /** As it is written in the annotation. */
  slug: string;
  /** In lower case. */
  entityRef: string;
};

/**
 * The repository that a component names.
 *
 * The annotation has no host. It is that of the component's source location where that is a GitHub of the configuration;
 * else `github.com`, or the only one that is configured. A component that is kept on a host that is not configured is left
 * alone: its namesake elsewhere would be another repository.
 *
 * @param options - `hosts` are the GitHubs of the configuration.
 * @public
 */
export function githubRepositoryOf(
  entity: Entity,
  options: { integrations: ScmIntegrationRegistry; hosts: readonly string[] },
): NamedRepository | undefined {
  const annotations = entity.metadata.annotations ?? {};
  const slug = String(annotations[annotation] ?? '').trim();
  const host = hostOf(
    annotations['backstage.io/source-location'] ??
      annotations['backstage.io/managed-by-location'],
    options,
  );
  return slug === '' || slug.length > maxLength || host === undefined
    ? undefined
    : {
        name: `${host}/${slug.toLowerCase()}`,
        host,
        slug,
        entityRef: stringifyEntityRef(entity).toLocaleLowerCase('en-US'),
      };
}

function hostOf(
  location: string | undefined,
  options: { integrations: ScmIntegrationRegistry; hosts: readonly string[] },
): string | undefined {
  const { integrations, hosts } = options;
  const url = /^url:(https?:\/\/.*)$/.exec(location ?? '')?.[1];
  if (url !== undefined && URL.canParse(url)) {
    const { host } = new URL(url);
    if (hosts.includes(host)) {
      return host;
    }
    const type = integrations.byUrl(url)?.type;
    if (type === undefined || type === 'github') {
      return undefined;
    }
  }
  if (hosts.includes('github.com')) {
    return 'github.com';
  }
  return hosts.length === 1 ? hosts[0] : undefined;
}
