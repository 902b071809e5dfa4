import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { taskCreatePermission } from '@backstage/plugin-scaffolder-common/alpha';
import type { JsonObject } from '@backstage/types';
import type { TemplateStarter } from '../runs/TemplateStarter';
import { runInput } from './runInput';

/** Lets an assistant run a template in the name of the caller. */
export function createRunTemplateAction(options: {
  actionsRegistry: ActionsRegistryService;
  starter: TemplateStarter;
}): void {
  const { actionsRegistry, starter } = options;
  actionsRegistry.register({
    name: 'run-template',
    title: 'Run a software template',
    description: `
Runs a template of the catalog in the name of the caller, who needs scaffolder.task.create. It makes a repository and what else the
template says: only call it after the caller agreed to the values, best after \`dry-run-template\`. Calling it again runs it again.

\`state\` is \`started\`, with \`taskId\` and \`link\` to the page of the run, which goes on by itself; \`list-template-runs\` says how it ended.
Or it is \`refused\`: nothing was started, and \`problems\` says by field what to change. A template may ask for somebody's yes; the page of
the run says so.
`,
    attributes: { readOnly: false, destructive: false, idempotent: false },
    visibilityPermission: taskCreatePermission,
    schema: {
      input: z => z.object(runInput(z)),
      output: z =>
        z.object({
          state: z.enum(['started', 'refused']),
          taskId: z.string().optional(),
          link: z.string().optional(),
          problems: z.array(
            z.object({ path: z.string(), message: z.string() }),
          ),
        }),
    },
    action: async ({ credentials, input: { templateRef, values } }) => ({
      output: await starter.start(credentials, {
        templateRef,
        values: values as JsonObject,
      }),
    }),
  });
}
