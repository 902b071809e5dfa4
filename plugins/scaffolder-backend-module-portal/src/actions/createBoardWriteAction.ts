import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  resolveSafeChildPath,
  type AuthService,
  type DiscoveryService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  DashboardsClient,
  toDashboardEntity,
} from '@portal/plugin-dashboards-common';
import { stringify } from 'yaml';
import { inOwnWords } from './inOwnWords';

const dashboardName = /^[A-Za-z0-9](?:[\w.-]{0,61}[A-Za-z0-9])?$/;
/** No folder whose name begins with a dot: `.github` holds what runs, and no dashboards. */
const filePath = /^(?:[A-Za-z0-9_][\w.-]*\/)*[A-Za-z0-9_][\w.-]*\.ya?ml$/;

/** What {@link createBoardWriteAction} works with. */
export type BoardWriteActionOptions = {
  auth: AuthService;
  discovery: DiscoveryService;
};

/**
 * `portal:board:write`: writes a board that a person keeps in the portal into the workspace, as the YAML of a dashboard. Whoever runs
 * the template has to be among those who see the board.
 */
export function createBoardWriteAction(options: BoardWriteActionOptions) {
  const { auth, discovery } = options;
  const client = new DashboardsClient({
    discoveryApi: discovery,
    fetchApi: { fetch },
  });
  return createTemplateAction({
    id: 'portal:board:write',
    description:
      'Writes a board that somebody keeps in the portal into the workspace, as the YAML file of a dashboard in the catalog.',
    examples: [
      {
        description: 'The file of a board, for a pull request',
        example: `steps:
  - id: write
    name: Write the file
    action: portal:board:write
    input:
      board: \${{ parameters.board }}
      name: \${{ parameters.name }}
      path: dashboards/\${{ parameters.name }}.yaml
`,
      },
    ],
    supportsDryRun: true,
    schema: {
      input: {
        board: z =>
          z.string({
            description:
              'Id of the board: what its address ends with, after /dashboards/personal/.',
          }),
        name: z =>
          z.string({
            description: 'metadata.name of the dashboard in the catalog.',
          }),
        path: z =>
          z.string({
            description:
              'File in the workspace, such as dashboards/payments.yaml.',
          }),
      },
      output: {
        title: z => z.string({ description: 'The title of the board.' }),
      },
    },
    async handler(context) {
      const { board, name, path } = context.input;
      if (!dashboardName.test(name)) {
        throw new InputError(
          `name: "${name.slice(
            0,
            100,
          )}" can't be the name of a dashboard; it has up to 63 letters, digits, dashes and dots, such as payments`,
        );
      }
      if (!filePath.test(path)) {
        throw new InputError(
          `path: "${path.slice(
            0,
            200,
          )}" can't be the file of a dashboard; it ends with .yaml, and no part of it begins with a dot, such as dashboards/payments.yaml`,
        );
      }
      const { token } = await auth.getPluginRequestToken({
        onBehalfOf: await context.getInitiatorCredentials(),
        targetPluginId: 'dashboards',
      });
      const kept = await inOwnWords(client.getBoard(board, { token }));
      const file = resolveSafeChildPath(context.workspacePath, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, stringify(toDashboardEntity(kept, name)));
      context.logger.info(`Wrote the board "${kept.title}" to ${path}`);
      context.output('title', kept.title);
    },
  });
}
