import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { ConflictError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  defaultBranch,
  formatRepositoryPath,
} from '@portal/plugin-repositories-common';
import type { RepositoriesService } from '@portal/plugin-repositories-node';

/** What {@link createGitPublishAction} works with. */
export type GitPublishActionOptions = {
  repositories: RepositoriesService;
  appUrl: string;
};

/**
 * `portal:git:publish`: makes a bare Git repository in the data folder of the portal out of the workspace. It is there whole or not
 * at all, and doing it again for the same task answers what is there.
 */
export function createGitPublishAction(options: GitPublishActionOptions) {
  const { repositories, appUrl } = options;
  return createTemplateAction({
    id: 'portal:git:publish',
    description:
      'Publishes the workspace to a new Git repository that the portal keeps itself, where it can be browsed and cloned.',
    examples: [
      {
        description: 'A repository of the name that was asked for',
        example: `steps:
  - id: publish
    name: Publish the repository
    action: portal:git:publish
    input:
      name: \${{ parameters.name }}
      description: \${{ parameters.description }}
`,
      },
    ],
    supportsDryRun: true,
    schema: {
      input: {
        name: z =>
          z.string({
            description:
              'Name of the repository: lower-case letters, digits and single dashes.',
          }),
        description: z =>
          z.string({ description: 'One sentence about it.' }).optional(),
        commitMessage: z =>
          z
            .string({
              description:
                'Message of the first commit. Default: which template made it.',
            })
            .optional(),
        sourcePath: z =>
          z
            .string({
              description:
                'Folder of the workspace that is published. Default: the workspace itself.',
            })
            .optional(),
      },
      output: {
        cloneUrl: z => z.string({ description: 'What `git clone` takes.' }),
        repositoryUrl: z =>
          z.string({ description: 'The page of the repository.' }),
        catalogInfoUrl: z =>
          z.string({
            description: 'Of catalog-info.yaml, for `catalog:register`.',
          }),
        commit: z => z.string({ description: 'The first commit.' }),
      },
    },
    async handler(context) {
      const { input, templateInfo, user, workspacePath } = context;
      const { name, description = '', sourcePath = '.' } = input;
      const templateRef = templateInfo?.entityRef;
      if (context.isDryRun) {
        if (await repositories.find(name)) {
          throw new ConflictError(
            `There is a repository "${name}" already; choose another name`,
          );
        }
        context.logger.info(`Would publish the repository ${name}`);
        return;
      }
      const profile = user?.entity?.spec?.profile;
      const author = user?.ref ? parseEntityRef(user.ref).name : 'Portal';
      const repository = await repositories.publish({
        name,
        description,
        sourceDirectory: resolveSafeChildPath(workspacePath, sourcePath),
        message:
          input.commitMessage ?? `Begin ${name}\n\nMade by ${templateRef}.\n`,
        author: {
          // Git refuses a name of nothing but blanks.
          name: profile?.displayName?.trim() || author,
          email: profile?.email ?? 'portal@localhost',
        },
        origin: {
          taskId: context.task.id,
          templateRef,
          createdBy: user?.ref,
        },
      });
      context.logger.info(`Published ${repository.url}`);
      const file = formatRepositoryPath(
        { name, revision: defaultBranch, path: 'catalog-info.yaml' },
        'blob',
      );
      context.output('cloneUrl', repository.cloneUrl);
      context.output('repositoryUrl', repository.url);
      context.output('catalogInfoUrl', `${appUrl}${file}`);
      context.output('commit', repository.head.id);
    },
  });
}
