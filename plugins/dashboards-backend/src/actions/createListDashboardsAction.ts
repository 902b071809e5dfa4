import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  dashboardKind,
  isMeantFor,
  toBoard,
  type Board,
  type DashboardEntity,
} from '@portal/plugin-dashboards-common';
import type { ActionOptions } from './registerActions';

/** Lets an assistant find dashboards. */
export function createListDashboardsAction(options: ActionOptions): void {
  const { actionsRegistry, auth, catalog, readers } = options;

  /** The same that the list of the portal shows to a person; a service finds all. */
  async function isListedFor(credentials: BackstageCredentials) {
    if (!auth.isPrincipal(credentials, 'user')) {
      return () => true;
    }
    const { groupRefs } = await readers.resolve(credentials);
    return (board: Board) => isMeantFor(board, groupRefs);
  }

  actionsRegistry.register({
    name: 'list-dashboards',
    title: 'List dashboards',
    description: `
Lists the dashboards in the catalog that the caller may read and that are meant for the caller, by name: each with its
reference, title, description and type (environment, team, role or general). Ask for one with \`get-dashboard\` to learn what it shows.

With more than \`limit\` dashboards the answer has a \`nextCursor\` for the next page. A page may hold fewer, even none: those
that are meant for others are left out.
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
      const [isListed, { items, pageInfo }] = await Promise.all([
        isListedFor(credentials),
        catalog.queryEntities(
          cursor
            ? { cursor, limit }
            : {
                filter: { kind: dashboardKind },
                orderFields: { field: 'metadata.name', order: 'asc' },
                limit,
              },
          { credentials },
        ),
      ]);
      return {
        output: {
          dashboards: items
            .map(entity => toBoard(entity as DashboardEntity))
            .filter(isListed)
            .map(({ entityRef, title, description, type }) => ({
              entityRef,
              title,
              description,
              type,
            })),
          nextCursor: pageInfo.nextCursor,
        },
      };
    },
  });
}
