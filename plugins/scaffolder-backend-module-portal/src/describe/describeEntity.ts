import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type { EntityDescription } from './EntityDescription';

/** What is known beside what the template says. */
export type DescribeOptions = {
  /** The page of the repository, which the delivery figures are read from. */
  repositoryUrl: string;
  /** The root folder in that repository, where the catalog does not find it out by itself. */
  sourceUrl?: string;
  /** See `portal.templates.healthTarget`. */
  healthTarget?: string;
  hasDocumentation: boolean;
  template?: { ref: string; version?: string };
};

/**
 * The entity that a template made, with every annotation that the portal's plugins read.
 *
 * The environments are written in the order of promotion that the form has them in.
 */
export function describeEntity(
  description: EntityDescription,
  options: DescribeOptions,
): Entity {
  const { kind, name, title, tags } = description;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      ...(title && { title }),
      description: description.description,
      ...(tags?.length && { tags }),
      annotations: annotationsOf(description, options),
    },
    spec: specOf(description),
  };
}

function annotationsOf(
  description: EntityDescription,
  options: DescribeOptions,
): Record<string, string> {
  const { template, hasDocumentation, repositoryUrl, sourceUrl } = options;
  const environments = description.environments ?? [];
  const checks = healthChecksOf(description, options);
  return {
    ...(hasDocumentation && { 'backstage.io/techdocs-ref': 'dir:.' }),
    ...(description.kind === 'Component' && {
      'portal/delivery-git': repositoryUrl,
    }),
    ...(sourceUrl && { 'backstage.io/source-location': `url:${sourceUrl}` }),
    ...(environments.length > 0 && {
      'portal/environments': environments.map(each => each.name).join(','),
    }),
    ...(checks && { 'portal/health-checks': checks }),
    ...(template && { 'portal/template': template.ref }),
    ...(template?.version && { 'portal/template-version': template.version }),
    ...description.annotations,
  };
}

function healthChecksOf(
  description: EntityDescription,
  options: DescribeOptions,
): string | undefined {
  const { healthPath, name, environments = [] } = description;
  const { healthTarget } = options;
  if (healthPath === undefined || healthTarget === undefined) {
    return undefined;
  }
  return environments
    .map(environment => {
      const host = healthTarget
        .replaceAll('{name}', () => name)
        .replaceAll('{environment}', () => environment.name.toLowerCase());
      return `${environment.name}=${host.replace(/\/+$/, '')}${healthPath}`;
    })
    .join('\n');
}

function specOf(description: EntityDescription): JsonObject {
  const { kind, type, owner, system, lifecycle, definition } = description;
  return {
    type,
    ...(kind !== 'Resource' && { lifecycle: lifecycle ?? 'experimental' }),
    owner,
    ...(system && { system }),
    ...list('dependsOn', description.dependsOn),
    ...list('providesApis', description.providesApis),
    ...list('consumesApis', description.consumesApis),
    ...description.spec,
    ...(definition && { definition: { $text: definition.path } }),
  };
}

function list(key: string, values: string[] | undefined): JsonObject {
  return values?.length ? { [key]: values } : {};
}
