import { mockCredentials } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { stringify } from 'yaml';
import { startScaffolder } from './startScaffolder';

export const platform = 'group:default/platform';
/** Who runs templates. */
export const jane = 'user:default/jane';
/** Two members of the group that decides. */
export const boss = 'user:default/boss';
export const second = 'user:default/second';
/** Who may only read. */
export const reader = 'user:default/reader';
/** A member of the group who may not run templates. */
export const helpless = 'user:default/helpless';

/** The condition of a step that waits. */
export const granted = '${{ steps.approval.output.granted }}';

/** A template that asks before it makes something. */
export function costlyTemplate(
  name: string,
  changes: {
    /** More of the step that asks. */
    approval?: object;
    /** More of its input. */
    input?: object;
    /** The condition of the step that publishes; `none` for none. */
    publishIf?: string;
  } = {},
) {
  const { publishIf = granted } = changes;
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: { name },
    spec: {
      type: 'service',
      parameters: [{ properties: { name: { type: 'string' } } }],
      steps: [
        {
          id: 'describe',
          action: 'portal:catalog:describe',
          input: {
            kind: 'Component',
            type: 'service',
            name: '${{ parameters.name }}',
            description: 'Costly.',
            owner: platform,
          },
        },
        {
          id: 'approval',
          action: 'portal:approval:require',
          input: {
            approvers: platform,
            reason: '${{ parameters.name }} costs a lot.',
            approval: '${{ parameters.approval }}',
            ...changes.input,
          },
          ...changes.approval,
        },
        {
          id: 'publish',
          ...(publishIf !== 'none' && { if: publishIf }),
          action: 'portal:git:publish',
          input: { name: '${{ parameters.name }}' },
        },
      ],
    },
  };
}

/** A backend with templates that ask for approval, and what the tests ask it. */
export async function startApprovals(templates: object[]) {
  const folder = await mkdtemp(join(tmpdir(), 'portal-approval-'));
  await writeFile(
    join(folder, 'catalog.yaml'),
    templates.map(template => stringify(template)).join('---\n'),
  );
  const start = (database?: typeof portal.database) =>
    startScaffolder({
      folder,
      database,
      denied: {
        [reader]: ['scaffolder-portal.approval.withdraw'],
        [helpless]: ['scaffolder.task.create'],
      },
      groups: {
        [helpless]: [platform],
        [boss]: [platform],
        [second]: [platform],
        [jane]: [],
      },
    });
  let portal: Awaited<ReturnType<typeof startScaffolder>> = await start();

  const call = (
    user: string,
    method: 'get' | 'post',
    path: string,
    body?: object,
  ) =>
    request(portal.server)
      [method](`/api/scaffolder-portal/v1/approvals${path}`)
      .set('authorization', mockCredentials.user.header(user))
      .send(body);

  return {
    portal: () => portal,
    call,

    /** Runs a template that asks, and answers the id of what it asked for. */
    async ask(template: string, name: string): Promise<string> {
      const { log } = await portal.run(template, { name });
      const { body } = await call(jane, 'get', '');
      const [approval] = body.items.filter(
        ({ values }: { values: JsonObject }) => values.name === name,
      );
      if (!approval) {
        throw new Error(`${template} asked for nothing: ${log}`);
      }
      return approval.id;
    },

    /** The runs that were started with an approval. */
    async runsOf(id: string): Promise<string[]> {
      const { body } = await request(portal.server)
        .get('/api/scaffolder/v2/tasks?limit=100')
        .set('authorization', portal.authorization);
      return body.tasks
        .filter(
          ({ spec }: { spec: { parameters: JsonObject } }) =>
            spec.parameters.approval === id,
        )
        .map((task: { id: string }) => task.id);
    },

    /** The status that the page of a repository answers. */
    async repository(name: string): Promise<number> {
      const { status } = await request(portal.server)
        .get(`/api/repositories/v1/repositories/${name}`)
        .set('authorization', portal.authorization);
      return status;
    },

    /** Sets columns of an approval, as time would. */
    async alter(id: string, columns: Record<string, string | null>) {
      const { database } = portal;
      const values = Object.entries(columns).map(([column, interval]) => [
        column,
        interval && database.raw('now() + ?::interval', [interval]),
      ]);
      await database
        .withSchema('scaffolder-portal')
        .from('approvals')
        .where({ id })
        .update(Object.fromEntries(values));
    },

    async restart() {
      await portal.stop();
      portal = await start(portal.database);
    },

    async stop() {
      await portal.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
