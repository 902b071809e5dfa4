import { stringifyEntityRef } from '@backstage/catalog-model';
import { dashboardKind } from '@portal/plugin-dashboards-common';
import type { ActionOptions } from './registerActions';

/** Lets an assistant find dashboards. */
export function createListDashboardsAction(options: ActionOptions): void {
  const { actionsRegistry, catalog } = options;
  actionsRegistry.register({
    name: 'list-dashboards',
    title: 'List dashboards',
    description: `
Lists the dashboards in the catalog that the caller may read, by name: each with its reference, title, description and type
(environment, team, role or general). Ask for one with \`get-dashboard\` to learn what it shows.

With more than \`limit\` dashboards the answer has a \`nextCursor\` for the next page.
`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          cursor: z
            .string()
            .optional()
            .describe('The nextCursor of an earlier answer'),
          limit: z
            .number()
            .int()
            .min(1)
            .max(200)
            .default(50)
            .describe('How many at most'),
        }),
      output: z =>
        z.object({
          dashboards: z.array(
            z.object({
              entityRef: z.string(),
              title: z.string(),
              description: z.string().optional(),
              type: z.string(),
            }),
          ),
          nextCursor: z.string().optional(),
        }),
    },
    action: async ({ input, credentials }) => {
      const { cursor, limit } = input;
      const { items, pageInfo } = await catalog.queryEntities(
        cursor
          ? { cursor, limit }
          : {
              filter: { kind: dashboardKind },
              orderFields: { field: 'metadata.name', order: 'asc' },
              limit,
            },
        { credentials },
      );
      return {
        output: {
          dashboards: items.map(entity => ({
            entityRef: stringifyEntityRef(entity),
            title: entity.metadata.title ?? entity.metadata.name,
            description: entity.metadata.description,
            type: String(entity.spec?.type),
          })),
          nextCursor: pageInfo.nextCursor,
        },
      };
    },
  });
}
