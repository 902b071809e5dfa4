import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import { createFetchTemplateAction } from '@backstage/plugin-scaffolder-backend';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';

const partName = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** What {@link createFetchPartAction} works with. */
export type FetchPartActionOptions = {
  reader: UrlReaderService;
  integrations: ScmIntegrations;
  partsBaseUrl: string | undefined;
};

/**
 * `portal:fetch:part`: what `fetch:template` does, with a folder that all templates share, so that a pipeline or a page of
 * documentation is mended in one place.
 */
export function createFetchPartAction(options: FetchPartActionOptions) {
  const { partsBaseUrl } = options;
  const fetchTemplate = createFetchTemplateAction(options);
  return createTemplateAction({
    id: 'portal:fetch:part',
    description:
      'Renders a part that all templates of the portal share, such as its documentation or a pipeline, into the workspace.',
    examples: [
      {
        description: 'The pages of documentation that every component has',
        example: `steps:
  - id: docs
    name: Write the documentation
    action: portal:fetch:part
    input:
      part: docs
      values:
        name: \${{ parameters.name }}
        description: \${{ parameters.description }}
`,
      },
    ],
    supportsDryRun: true,
    schema: {
      input: {
        part: z =>
          z.string({
            description: 'Name of the folder of the part, such as docs.',
          }),
        targetPath: z =>
          z
            .string({
              description:
                'Folder of the workspace that it is written to. Default: the workspace itself.',
            })
            .optional(),
        values: z =>
          z
            .record(z.any(), {
              description: 'What the files call `values`.',
            })
            .optional(),
        copyWithoutTemplating: z =>
          z
            .array(z.string(), {
              description: 'Patterns of files that are copied as they are.',
            })
            .optional(),
        replace: z =>
          z
            .boolean({
              description:
                'Whether files that are there already are replaced. Default: they stay.',
            })
            .optional(),
      },
    },
    async handler(context) {
      const { part, ...input } = context.input;
      if (!partName.test(part)) {
        throw new InputError(
          `"${part}" can't be the name of a part; it has lower-case letters, digits and single dashes`,
        );
      }
      if (partsBaseUrl === undefined) {
        throw new InputError(
          `The part "${part}" can't be read; set portal.templates.parts in the configuration to the folder of parts`,
        );
      }
      await fetchTemplate.handler({
        ...context,
        input: { ...input, url: `./${part}` },
        templateInfo: {
          entityRef: 'template:default/parts',
          ...context.templateInfo,
          baseUrl: partsBaseUrl,
        },
      });
    },
  });
}
