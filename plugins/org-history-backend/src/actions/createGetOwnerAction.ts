import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { orgHistoryReadPermission } from '@portal/plugin-org-history-common';
import type { DefaultOrgHistory } from '../services/DefaultOrgHistory';

/** Lets an assistant ask who owned an entity at a date. */
export function createGetOwnerAction(options: {
  actionsRegistry: ActionsRegistryService;
  history: DefaultOrgHistory;
}): void {
  const { actionsRegistry, history } = options;
  actionsRegistry.register({
    name: 'get-owner-at',
    title: 'Get the owner of an entity at a date',
    description: `
Answers who owned an entity of the catalog at an instant, and to which larger scopes it belonged then.

\`owners\` are the direct owners (groups or users), \`scopes\` all groups, systems and domains above the entity, however
far up. Both are references with the names of today. An entity that was renamed may be asked for by an old name.

The history begins with the first look at the catalog: what was there then is taken to have been there always. Dates are
as exact as the looks are frequent, usually a minute. No owners means that the entity did not exist then, or had none.

Example: \`{"entityRef": "component:default/shop", "at": "2026-01-31"}\`.
`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission: orgHistoryReadPermission,
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .describe('Entity reference, such as component:default/shop'),
          at: z
            .string()
            .optional()
            .describe('ISO 8601 date or instant. Default: now'),
        }),
      output: z =>
        z.object({
          owners: z.array(z.string()),
          scopes: z.array(z.string()),
        }),
    },
    action: async ({ input, credentials }) => {
      const at = input.at ?? new Date().toISOString();
      const request = { refs: [input.entityRef], at };
      const [[owners], [scopes]] = await Promise.all([
        history.connections(credentials, 'owners', request),
        history.connections(credentials, 'ancestors', request),
      ]);
      return { output: { owners: owners.refs, scopes: scopes.refs } };
    },
  });
}
