import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  approvalAction,
  approvalsPath,
  ScaffolderPortalClient,
} from '@portal/plugin-scaffolder-portal-common';
import { inOwnWords } from './inOwnWords';

/** What {@link createApprovalRequireAction} works with. */
export type ApprovalRequireActionOptions = {
  auth: AuthService;
  discovery: DiscoveryService;
  appUrl: string;
};

/**
 * `portal:approval:require`: asks a group for its yes, and says whether there is one. The run that asks ends; the yes starts another
 * one, so that nothing waits in a worker.
 */
export function createApprovalRequireAction(
  options: ApprovalRequireActionOptions,
) {
  const { auth, discovery, appUrl } = options;
  const client = new ScaffolderPortalClient({
    discoveryApi: discovery,
    fetchApi: { fetch },
  });
  return createTemplateAction({
    id: approvalAction,
    description:
      'Asks a group for approval, and says whether it is granted. Every step after it needs `if: ${{ steps.<id>.output.granted }}`, or it fails; the approval starts the template again.',
    examples: [
      {
        description: 'Production needs the yes of the platform team',
        example: `steps:
  - id: approval
    name: Ask for approval
    action: portal:approval:require
    input:
      approvers: group:default/platform-engineering
      needed: \${{ parameters.production }}
      reason: \${{ parameters.name }} asks for production.
      approval: \${{ parameters.approval }}
  - id: publish
    name: Make the repository
    if: \${{ steps.approval.output.granted }}
    action: portal:git:publish
    input:
      name: \${{ parameters.name }}
`,
      },
    ],
    supportsDryRun: true,
    schema: {
      input: {
        approvers: z =>
          z.string({ description: 'Reference of the group that decides.' }),
        reason: z =>
          z
            .string({ description: 'Why it needs a yes, for who decides.' })
            .min(1)
            .max(1000),
        needed: z =>
          z
            .boolean({
              description:
                'Whether this run needs a yes, such as for production only. Default: true.',
            })
            .optional(),
        approval: z =>
          z
            .string({
              description:
                'The approval that this run was started with, if any.',
            })
            .optional(),
      },
      output: {
        granted: z =>
          z.boolean({ description: 'Whether steps after it may go on.' }),
        approvalUrl: z => z.string({ description: 'The page of approvals.' }),
      },
    },
    async handler(context) {
      const { approvers, reason, approval, needed = true } = context.input;
      context.output('approvalUrl', `${appUrl}${approvalsPath}`);
      if (!needed) {
        context.logger.info('No approval is needed');
        context.output('granted', true);
        return;
      }
      if (context.isDryRun) {
        context.logger.info(`Would ask ${approvers} for approval`);
        context.output('granted', true);
        return;
      }
      const { token } = await auth.getPluginRequestToken({
        onBehalfOf: await context.getInitiatorCredentials(),
        targetPluginId: 'scaffolder-portal',
      });
      const run = { taskId: context.task.id, approvers };
      if (approval) {
        await inOwnWords(client.useApproval(approval, run, { token }));
        context.logger.info('It is approved');
        context.output('granted', true);
        return;
      }
      await inOwnWords(client.requestApproval({ ...run, reason }, { token }));
      context.logger.info(
        `${approvers} was asked for approval; the template runs again when it is given: ${appUrl}${approvalsPath}`,
      );
      context.output('granted', false);
    },
  });
}
