import type { Entity } from '@backstage/catalog-model';
import type { ScmIntegrationRegistry } from '@backstage/integration';

/** The annotations by which components name their repositories. */
export const repositoryAnnotations = [
  'github.com/project-slug',
  'gitlab.com/project-slug',
  'dev.azure.com/project-repo',
] as const;

/**
 * The keys of the repositories that a component names, in lower case.
 *
 * GitHub's annotation has no host: it is that of the component's source where that is a GitHub of the configuration, else
 * github.com. Those of the others may leave out what makes them unique, and match whatever bears the name then.
 */
export function repositoryKeys(
  entity: Entity,
  integrations: ScmIntegrationRegistry,
): string[] {
  const annotation = (name: string) =>
    String(entity.metadata.annotations?.[name] ?? '')
      .trim()
      .replace(/^\/|\/$/g, '');
  const keys: string[] = [];
  const github = annotation('github.com/project-slug');
  if (github) {
    keys.push(`${githubHost(entity, integrations)}/${github}`);
  }
  const gitlab = annotation('gitlab.com/project-slug');
  if (gitlab) {
    const host = annotation('gitlab.com/instance');
    keys.push(host ? `${host}/${gitlab}` : `gitlab:${gitlab}`);
  }
  const azure = annotation('dev.azure.com/project-repo');
  if (azure) {
    const organisation = annotation('dev.azure.com/host-org');
    keys.push(
      organisation ? `${organisation}/${azure}` : `azure-devops:${azure}`,
    );
  }
  return keys.map(key => key.toLowerCase());
}

function githubHost(
  entity: Entity,
  integrations: ScmIntegrationRegistry,
): string {
  const location =
    entity.metadata.annotations?.['backstage.io/source-location'] ??
    entity.metadata.annotations?.['backstage.io/managed-by-location'];
  const url = /^url:(https?:\/\/.*)$/.exec(location ?? '')?.[1];
  const isGithub = url && integrations.byUrl(url)?.type === 'github';
  return isGithub ? new URL(url).host : 'github.com';
}
