import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  defaultBranch,
  formatRepositoryPath,
} from '@portal/plugin-repositories-common';
import { appendFile, readFile, stat } from 'node:fs/promises';
import { stringify } from 'yaml';
import { describeEntity } from '../describe/describeEntity';
import type { EntityDescription } from '../describe/EntityDescription';
import { assertEnvironments } from '../environments/assertEnvironments';

/** What {@link createCatalogDescribeAction} works with. */
export type CatalogDescribeActionOptions = {
  appUrl: string;
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
  healthTarget: string | undefined;
};

const file = 'catalog-info.yaml';

/**
 * `portal:catalog:describe`: writes an entity to catalog-info.yaml with every annotation that the portal's plugins read, so that what
 * a template made is on all its pages without another step. A second call adds a second entity.
 */
export function createCatalogDescribeAction(
  options: CatalogDescribeActionOptions,
) {
  const { appUrl, catalog, healthTarget } = options;
  return createTemplateAction({
    id: 'portal:catalog:describe',
    description:
      'Writes catalog-info.yaml with what the portal reads: delivery, environments, health, documentation and the template.',
    examples: [
      {
        description: 'A service in the environments that were chosen',
        example: `steps:
  - id: describe
    name: Describe it for the catalog
    action: portal:catalog:describe
    input:
      kind: Component
      type: service
      name: \${{ parameters.name }}
      description: \${{ parameters.description }}
      owner: \${{ parameters.owner }}
      system: \${{ parameters.system }}
      environments: \${{ parameters.environments }}
      healthPath: /health
`,
      },
    ],
    supportsDryRun: true,
    schema: {
      input: z => {
        const words = z.array(z.string()).optional();
        return z.object({
          kind: z.enum(['Component', 'Resource', 'API']),
          type: z.string({ description: 'Such as service or library.' }),
          name: z.string(),
          title: z.string().optional(),
          description: z.string(),
          owner: z.string({ description: 'Reference of a group.' }),
          system: z
            .string({ description: 'Reference of a system.' })
            .optional(),
          lifecycle: z
            .string({ description: 'Default: experimental.' })
            .optional(),
          environments: z
            .array(
              z.object({
                ref: z.string(),
                // It becomes a part of addresses that are probed.
                name: z.string().regex(/^[A-Za-z0-9-]+$/),
                production: z.boolean(),
                size: z.string(),
                approval: z.string().optional(),
              }),
              {
                description:
                  'The value of the field EnvironmentPicker. It is checked against the catalog.',
              },
            )
            .max(100)
            .optional(),
          dependsOn: words,
          providesApis: words,
          consumesApis: words,
          tags: words,
          healthPath: z
            .string({
              description:
                'Path that answers how the service is, such as /health.',
            })
            .regex(/^\/[\w/.-]*$/)
            .optional(),
          definition: z
            .object({ type: z.string(), path: z.string() })
            .optional(),
          spec: z
            .record(z.any(), { description: 'More of the spec of the entity.' })
            .optional(),
          annotations: z.record(z.string()).optional(),
          repository: z
            .string({
              description:
                'Name of the repository of the portal, or the URL of one at a Git host. Default: the name of the entity.',
            })
            .optional(),
        });
      },
    },
    async handler(context) {
      const { repository, ...rest } = context.input;
      const description = rest as EntityDescription;
      const { step, templateInfo, workspacePath } = context;
      await assertEnvironments(description.environments ?? [], {
        catalog,
        credentials: await context.getInitiatorCredentials(),
        step: step?.id ?? 'portal:catalog:describe',
      });
      const entity = describeEntity(description, {
        ...addressesOf(appUrl, repository ?? description.name),
        healthTarget,
        hasDocumentation: await exists(workspacePath, 'mkdocs.yml'),
        template: templateInfo && {
          ref: templateRefOf(templateInfo),
          version:
            templateInfo.entity?.metadata.annotations?.[
              'portal/template-version'
            ],
        },
      });
      await appendDocument(
        resolveSafeChildPath(workspacePath, file),
        stringify(entity),
      );
      context.logger.info(`Described ${entity.kind} ${entity.metadata.name}`);
    },
  });
}

/** A dry run has a name of its own for every template; what it previews is named as a run names it. */
function templateRefOf(template: {
  entityRef: string;
  entity?: { metadata: { name: string; namespace?: string } };
}): string {
  const { entity, entityRef } = template;
  return entity
    ? stringifyEntityRef({ kind: 'Template', ...entity.metadata })
    : entityRef;
}

/** The catalog knows the folders of Git hosts; those of the portal's own repositories it is told. */
function addressesOf(appUrl: string, repository: string) {
  if (repository.includes('/')) {
    return { repositoryUrl: repository };
  }
  const address = { name: repository, revision: defaultBranch, path: '' };
  return {
    repositoryUrl: `${appUrl}${formatRepositoryPath({ name: repository })}`,
    sourceUrl: `${appUrl}${formatRepositoryPath(address)}`,
  };
}

async function exists(workspace: string, path: string): Promise<boolean> {
  return stat(resolveSafeChildPath(workspace, path)).then(
    () => true,
    () => false,
  );
}

/** Adds a document to a file that may not be there, and may have no line break at its end. */
async function appendDocument(path: string, document: string): Promise<void> {
  const before = await readFile(path, 'utf8').catch(() => '');
  const end = before === '' || before.endsWith('\n') ? '' : '\n';
  const separator = before === '' ? '' : `${end}---\n`;
  await appendFile(path, `${separator}${document}`);
}
