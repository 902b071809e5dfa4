import { parseEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { dashboardKind } from '@portal/plugin-dashboards-common';
import { canonicalYaml } from '../history/canonicalYaml';
import type { ActionOptions } from './registerActions';

/** Lets an assistant read a dashboard. */
export function createGetDashboardAction(options: ActionOptions): void {
  const { actionsRegistry, catalog } = options;
  actionsRegistry.register({
    name: 'get-dashboard',
    title: 'Get a dashboard',
    description: `
Answers a dashboard of the catalog as YAML: its owner, its environments, and its tiles with their widgets and settings. The
figures themselves are not in it: ask the actions of the widgets' plugins for those.

Example: \`{"dashboard": "default/prod1"}\`.
`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          dashboard: z
            .string()
            .max(300)
            .describe('Name or reference, such as dashboard:default/prod1'),
        }),
      output: z => z.object({ yaml: z.string() }),
    },
    action: async ({ input, credentials }) => {
      const { namespace, name } = parseEntityRef(input.dashboard, {
        defaultKind: dashboardKind,
        defaultNamespace: 'default',
      });
      const entity = await catalog.getEntityByRef(
        { kind: dashboardKind, namespace, name },
        { credentials },
      );
      if (!entity) {
        throw new NotFoundError(
          `There is no dashboard ${namespace}/${name} that you can see; list-dashboards says which there are`,
        );
      }
      return { output: { yaml: canonicalYaml(entity) } };
    },
  });
}
