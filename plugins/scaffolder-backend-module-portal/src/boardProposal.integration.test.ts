import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { mockCredentials } from '@backstage/backend-test-utils';
import scaffolderModuleGithub from '@backstage/plugin-scaffolder-backend-module-github';
import dashboardsPlugin from '@portal/plugin-dashboards-backend';
import { readDashboards } from '@portal/plugin-dashboards-common';
import { standardWidgets } from '@portal/plugin-widgets-common';
import { provideWidgetDefinitions } from '@portal/plugin-widgets-node';
import request from 'supertest';
import { startScaffolder } from './__testUtils__/startScaffolder';
import { TinyGithub } from './__testUtils__/TinyGithub';

jest.setTimeout(180_000);

const content = {
  title: 'Harbour: "today"',
  spec: {
    type: 'team',
    owner: 'group:default/harbour',
    tiles: [
      {
        id: 'note',
        widget: 'MarkdownWidget',
        settings: { text: 'Ships of ${{ parameters.board }} <b>first</b>' },
        wide: { column: 1, row: 1, width: 4, height: 4 },
      },
    ],
  },
};

/** A template of somebody whose form checks nothing. */
const loose = `
apiVersion: scaffolder.backstage.io/v1beta3
kind: Template
metadata: { name: loose }
spec:
  type: dashboard
  steps:
    - id: write
      action: portal:board:write
      input:
        board: \${{ parameters.board }}
        name: \${{ parameters.name }}
        path: \${{ parameters.path }}
`;

describe('a proposal of a board', () => {
  let folder: string;
  let github: TinyGithub;
  let portal: Awaited<ReturnType<typeof startScaffolder>>;

  /** A new board of a person. */
  async function keep(person: string): Promise<string> {
    const { body } = await request(portal.server)
      .post('/api/dashboards/v1/boards')
      .set(
        'authorization',
        mockCredentials.user.header(`user:default/${person}`),
      )
      .send(content)
      .expect(201);
    return body.id;
  }

  const propose = (board: string) =>
    portal.run('propose-dashboard', {
      board,
      name: 'harbour',
      repoUrl: 'github.com?owner=brennvik&repo=boards',
      path: 'dashboards/harbour.yaml',
    });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portal-proposal-'));
    github = await TinyGithub.start();
    const template = await readFile(
      resolve(__dirname, '../../../templates/propose-dashboard/template.yaml'),
      'utf8',
    );
    await writeFile(join(folder, 'catalog.yaml'), `${template}---${loose}`);
    portal = await startScaffolder({
      folder,
      features: [
        dashboardsPlugin,
        provideWidgetDefinitions(standardWidgets),
        scaffolderModuleGithub,
      ],
      config: {
        integrations: {
          github: [
            { host: 'github.com', apiBaseUrl: github.url, token: 'a-token' },
          ],
        },
      },
    });
  });

  afterAll(async () => {
    await portal?.stop();
    await github?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('is a pull request with a file that the catalog takes', async () => {
    const task = await propose(await keep('jane'));
    expect(task.log).toContain('Wrote the board');
    expect(task.status).toBe('completed');
    expect(task.output.links).toEqual([
      {
        title: 'Pull request',
        url: 'https://github.com/brennvik/boards/pull/1',
      },
    ]);
    const [{ files, ...opened }] = github.boards.pullRequests;
    expect(opened).toMatchObject({
      base: 'main',
      head: `brennvik:dashboard/harbour-${task.id}`,
      title: 'Show the dashboard harbour',
      body: expect.stringContaining('proposed by user:default/jane'),
    });
    expect(Object.keys(files)).toEqual(['dashboards/harbour.yaml']);
    const yaml = files['dashboards/harbour.yaml'];
    expect(readDashboards(yaml, { widgets: standardWidgets })).toEqual({
      names: ['harbour'],
      problems: [],
    });
    // It is data, whatever it looks like.
    expect(yaml).toContain('Ships of ${{ parameters.board }} <b>first</b>');
  });

  it('can be of no board that who asks does not see, and lead to no place where files run', async () => {
    const before = github.boards.pullRequests.length;
    const hidden = await propose(await keep('eve'));
    expect(hidden.status).toBe('failed');
    expect(hidden.log).toMatch(/There is no board .* that you can see/);

    const board = await keep('jane');
    for (const [name, path, told] of [
      ['harbour', '.github/workflows/run.yaml', 'the file of a dashboard'],
      ['harbour', '../harbour.yaml', 'the file of a dashboard'],
      ['harbour', 'dashboards/harbour.sh', 'the file of a dashboard'],
      ['har bour', 'harbour.yaml', 'the name of a dashboard'],
    ]) {
      const task = await portal.run('loose', { board, name, path });
      expect(task.status).toBe('failed');
      expect(task.log).toContain(`can't be ${told}`);
    }
    expect(github.boards.pullRequests).toHaveLength(before);
  });
});
