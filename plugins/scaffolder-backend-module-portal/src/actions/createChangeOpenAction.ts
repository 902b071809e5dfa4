import { NotImplementedError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { ChangeRequests } from '../changes/changeRequestsExtensionPoint';

/** What {@link createChangeOpenAction} works with. */
export type ChangeOpenActionOptions = {
  /** Undefined where no service management is connected. */
  changeRequests(): ChangeRequests | undefined;
};

/** `portal:change:open`: opens a change in the service management that a module has connected. */
export function createChangeOpenAction(options: ChangeOpenActionOptions) {
  return createTemplateAction({
    id: 'portal:change:open',
    description:
      'Opens a change request in the service management that is connected to the portal. Fails where none is, unless the change is optional.',
    examples: [
      {
        description: 'Production is a change',
        example: `steps:
  - id: change
    name: Open the change
    action: portal:change:open
    input:
      title: Provision \${{ parameters.name }}
      description: A new service, asked for by \${{ user.ref }}.
      environments: [PROD1]
`,
      },
    ],
    supportsDryRun: true,
    schema: {
      input: {
        title: z => z.string({ description: 'One line.' }).min(1).max(160),
        description: z =>
          z
            .string({ description: 'What is changed and why.' })
            .min(1)
            .max(4000),
        entityRefs: z =>
          z
            .array(z.string(), {
              description: 'Complete references of what is changed.',
            })
            .max(50)
            .optional(),
        environments: z =>
          z
            .array(z.string(), { description: 'Names of environments.' })
            .max(50)
            .optional(),
        optional: z =>
          z
            .boolean({
              description:
                'Whether the run goes on where no service management is connected. Default: false.',
            })
            .optional(),
      },
      output: {
        opened: z => z.boolean({ description: 'Whether there is a change.' }),
        changeId: z =>
          z.string({ description: 'As people name it.' }).optional(),
        changeUrl: z => z.string({ description: 'Its page.' }).optional(),
      },
    },
    async handler(context) {
      const { input, logger, signal, step, task, templateInfo, user } = context;
      const { optional = false, title } = input;
      const changeRequests = options.changeRequests();
      if (!changeRequests && !optional) {
        throw new NotImplementedError(
          'No service management is connected to this portal, so no change can be opened. Install a module that fills changeRequestsExtensionPoint, take the step out of the template, or make it optional',
        );
      }
      if (!changeRequests || context.isDryRun) {
        logger.info(
          changeRequests
            ? `Would open the change "${title}" in ${changeRequests.title}`
            : `No service management is connected: the change "${title}" was not opened`,
        );
        context.output('opened', false);
        return;
      }
      const change = await changeRequests.open(
        {
          key: `${task.id}:${step?.id ?? 'change'}`,
          title,
          description: input.description,
          entityRefs: input.entityRefs ?? [],
          environments: input.environments ?? [],
          taskId: task.id,
          ...(templateInfo && { templateRef: templateInfo.entityRef }),
          ...(user?.ref && { requestedBy: user.ref }),
        },
        { credentials: await context.getInitiatorCredentials(), signal },
      );
      logger.info(`Opened ${change.id} in ${changeRequests.title}`);
      context.output('opened', true);
      context.output('changeId', change.id);
      context.output('changeUrl', change.url);
    },
  });
}
