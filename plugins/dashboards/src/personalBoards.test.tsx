import { recordDownloads } from '@portal/plugin-metrics-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { harbourBoard, openDashboards, prod1, timeout } from './__testUtils__';

const id = '00000000-0000-4000-8000-000000000000';
const path = `/dashboards/personal/${id}`;

async function choose(name: string) {
  await userEvent.click(
    await screen.findByRole('button', { name: 'More' }, { timeout }),
  );
  await userEvent.click(await screen.findByRole('menuitem', { name }));
}

describe('boards that people keep', () => {
  beforeEach(() => sessionStorage.clear());

  it(
    'are listed before those of the catalog, with who sees them',
    async () => {
      const { dashboards, open } = openDashboards('/dashboards');
      dashboards.add(harbourBoard);
      dashboards.add(
        { ...harbourBoard, title: 'Their harbour' },
        { mine: false, ownerRef: 'user:default/grace' },
      );
      open();
      const yours = await screen.findByRole(
        'link',
        { name: /^My harbour/ },
        { timeout },
      );
      expect(yours).toHaveAttribute('href', path);
      expect(yours).toHaveTextContent('Private');
      expect(
        screen.getByRole('link', { name: /^Their harbour/ }),
      ).toHaveTextContent('Kept by grace');
      expect(
        screen.getAllByRole('heading', { level: 2 }).map(h => h.textContent),
      ).toEqual(['Yours', 'Shared with you', 'Environments']);
    },
    timeout,
  );

  it(
    'begin as a copy of another board',
    async () => {
      const { dashboards, open } = openDashboards('/dashboards/default/prod1');
      open();
      await choose('Copy board');
      expect(
        await screen.findByRole('heading', { name: /^Edit PROD1 \(copy\)/ }),
      ).toBeInTheDocument();
      expect(dashboards.boards.get(id)).toMatchObject({
        title: 'PROD1 (copy)',
        description: 'What customers use.',
        copiedFrom: 'dashboard:default/prod1',
        spec: { owner: 'group:default/platform', tiles: prod1.spec.tiles },
      });
    },
    timeout,
  );

  it(
    'are shared, exported and deleted by their owner',
    async () => {
      const { dashboards, open } = openDashboards(path);
      dashboards.add(harbourBoard);
      open();
      expect(await screen.findByText(/Kinsale/, {}, { timeout })).toBeVisible();
      await choose('Share');
      const dialog = within(await screen.findByRole('dialog'));
      await userEvent.click(dialog.getByRole('radio', { name: 'A group' }));
      await userEvent.click(dialog.getByRole('button', { name: 'Share' }));
      expect(await dialog.findByRole('alert')).toHaveTextContent(
        'Choose the group first.',
      );
      await userEvent.click(dialog.getByRole('radio', { name: /^Everyone/ }));
      await userEvent.click(dialog.getByRole('button', { name: 'Share' }));
      expect(await screen.findByText(/shared with everyone/)).toBeVisible();
      expect(dashboards.boards.get(id)!.sharing).toEqual({ with: 'everyone' });

      const downloads = recordDownloads();
      await choose('Export as YAML');
      expect(await screen.findByText(/kind: Dashboard/)).toBeInTheDocument();
      await userEvent.click(screen.getByRole('button', { name: 'Download' }));
      expect((await downloads.read())[0]).toMatchObject({
        name: 'my-harbour.yaml',
        text: expect.stringContaining('title: My harbour'),
      });
      downloads.restore();
      // Nothing in this catalog opens a pull request.
      expect(
        screen.queryByRole('link', { name: 'Propose by pull request' }),
      ).not.toBeInTheDocument();
      await userEvent.keyboard('{Escape}');

      await choose('Delete');
      await userEvent.click(
        await screen.findByRole('button', { name: 'Delete' }),
      );
      await waitFor(() => expect(dashboards.boards.size).toBe(0));
      expect(
        await screen.findByRole('heading', { name: 'Environments' }),
      ).toBeInTheDocument();
    },
    timeout,
  );

  it(
    'are proposed by pull request where a template does that',
    async () => {
      const template = {
        apiVersion: 'scaffolder.backstage.io/v1beta3',
        kind: 'Template',
        metadata: { name: 'propose-dashboard', namespace: 'default' },
        spec: { type: 'dashboard', steps: [] },
      };
      const source = {
        ...prod1,
        metadata: {
          ...prod1.metadata,
          annotations: {
            'backstage.io/managed-by-location':
              'url:https://github.com/brennvik/boards/tree/main/prod1.yaml',
          },
        },
      };
      const { dashboards, open } = openDashboards(path, {
        boards: [source],
        others: [template],
      });
      dashboards.add({
        ...harbourBoard,
        copiedFrom: 'dashboard:default/prod1',
      });
      open();
      await choose('Export as YAML');
      const link = await screen.findByRole(
        'link',
        { name: 'Propose by pull request' },
        { timeout },
      );
      const { pathname, searchParams } = new URL(
        link.getAttribute('href')!,
        'http://localhost',
      );
      expect(pathname).toBe('/create/templates/default/propose-dashboard');
      expect(JSON.parse(searchParams.get('formData')!)).toEqual({
        board: id,
        name: 'my-harbour',
        path: 'dashboards/my-harbour.yaml',
        repoUrl: 'github.com?owner=brennvik&repo=boards',
      });
    },
    timeout,
  );

  it(
    'are what a person begins with, until another is chosen',
    async () => {
      const { dashboards, open } = openDashboards('/dashboards/default/prod1');
      open();
      await choose('Begin with this board');
      await waitFor(() =>
        expect(dashboards.home).toBe('dashboard:default/prod1'),
      );
      await choose('Do not begin with this board');
      await waitFor(() => expect(dashboards.home).toBeUndefined());
    },
    timeout,
  );
});

it(
  'shows the versions of a board with commit, author and what changed',
  async () => {
    const { dashboards, open } = openDashboards('/dashboards/default/prod1');
    dashboards.versions = [
      {
        version: 2,
        hash: 'b',
        seenAt: '2026-11-20T10:00:00Z',
        commit: {
          id: '0123456789abcdef',
          author: 'Grace',
          subject: 'Show the tides of Kinsale',
          at: '2026-11-20T09:59:00Z',
        },
      },
      { version: 1, hash: 'a', seenAt: '2026-11-19T10:00:00Z' },
    ];
    dashboards.difference.lines = [
      { change: 'removed', text: 'harbour: Cork' },
      { change: 'added', text: 'harbour: Kinsale' },
    ];
    open();
    await choose('History');
    expect(
      await screen.findByRole('button', { name: /Show the tides/ }),
    ).toHaveTextContent('Grace, 0123456');
    expect(
      await screen.findByRole('region', { name: 'What version 2 changed' }),
    ).toHaveTextContent('Removed: harbour: Cork');
    await userEvent.click(screen.getByRole('button', { name: /^Version 1/ }));
    expect(
      await screen.findByRole('region', { name: /^All of version 1/ }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Edit at the source' }),
    ).toHaveAttribute('href', 'https://git.example/edit');
  },
  timeout,
);
