import type { PersonalBoardContent } from '@portal/plugin-dashboards-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openDashboards, timeout } from './__testUtils__';

const content: PersonalBoardContent = {
  title: 'My harbour',
  spec: {
    type: 'general',
    owner: 'group:default/harbour',
    environments: ['prod1'],
    tiles: [
      {
        id: 'tides',
        widget: 'TideWidget',
        settings: { harbour: 'Kinsale' },
        wide: { column: 1, row: 1, width: 4, height: 3 },
      },
      {
        id: 'more-tides',
        widget: 'TideWidget',
        title: 'More tides',
        wide: { column: 5, row: 1, width: 4, height: 3 },
      },
    ],
  },
};
const id = '00000000-0000-4000-8000-000000000000';

async function openEditor() {
  const opened = openDashboards(`/dashboards/personal/${id}?edit`);
  opened.dashboards.add(content);
  opened.open();
  await screen.findByRole('heading', { name: /^Edit My harbour/ }, { timeout });
  const user = userEvent.setup();
  return { ...opened, user };
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('a board that its owner changes', () => {
  beforeEach(() => sessionStorage.clear());

  it(
    'moves and resizes a tile by keyboard, says so, and saves',
    async () => {
      const { dashboards, user } = await openEditor();
      button('Move or resize Tides').focus();
      await user.keyboard('{ArrowRight}{ArrowRight}');
      expect(screen.getByRole('status')).toHaveTextContent(
        'Tides: column 3, row 1, 4 columns wide, 3 rows high',
      );
      await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
      expect(screen.getByRole('status')).toHaveTextContent('4 rows high');
      await user.click(button('Save'));
      expect(
        await screen.findByRole('heading', { level: 1, name: 'My harbour' }),
      ).toBeInTheDocument();
      const { spec, revision } = dashboards.boards.get(id)!;
      expect(revision).toBe(2);
      expect(spec.tiles.map(({ id: tile, wide }) => [tile, wide])).toEqual([
        ['tides', { column: 3, row: 1, width: 4, height: 4 }],
        // It was in the way.
        ['more-tides', { column: 5, row: 5, width: 4, height: 3 }],
      ]);
    },
    timeout,
  );

  it(
    'puts a tile back on Escape, removes one, and takes that back',
    async () => {
      const { dashboards, user } = await openEditor();
      button('Move or resize Tides').focus();
      await user.keyboard('{ArrowDown}{Escape}');
      expect(screen.getByRole('status')).toHaveTextContent('row 1');
      await user.click(button('Remove More tides'));
      expect(
        screen.queryByRole('button', { name: 'Remove More tides' }),
      ).toBeNull();
      await user.click(button('Undo'));
      expect(button('Remove More tides')).toBeInTheDocument();
      await user.click(button('Cancel'));
      await screen.findByRole('heading', { level: 1, name: 'My harbour' });
      expect(dashboards.boards.get(id)!.revision).toBe(1);
    },
    timeout,
  );

  it(
    'adds a widget with a form made from its settings, and says what is wrong in it',
    async () => {
      const { dashboards, user } = await openEditor();
      await user.click(button('Add widget'));
      await user.click(await screen.findByRole('button', { name: /^Links/ }));
      const dialog = within(await screen.findByRole('dialog'));
      await user.click(dialog.getByRole('button', { name: 'Add to links' }));
      await user.type(dialog.getByRole('textbox', { name: /^Title$/ }), 'Map');
      const address = dialog.getByRole('textbox', { name: /Address/ });
      // eslint-disable-next-line no-script-url -- this is what must be refused
      await user.type(address, 'javascript:0');
      await user.click(dialog.getByRole('button', { name: 'Add' }));
      expect(await dialog.findByRole('alert')).toBeInTheDocument();
      expect(dialog.getByText(/so that it fits/)).toBeInTheDocument();
      await user.clear(address);
      await user.type(address, '/catalog');
      await user.click(dialog.getByRole('button', { name: 'Add' }));
      await screen.findByRole('button', { name: 'Remove Links' });
      await user.click(button('Save'));
      await waitFor(() => expect(dashboards.boards.get(id)!.revision).toBe(2));
      expect(dashboards.boards.get(id)!.spec.tiles[2]).toEqual({
        id: 'links',
        widget: 'LinksWidget',
        settings: { links: [{ title: 'Map', url: '/catalog' }] },
        wide: { column: 9, row: 1, width: 3, height: 4 },
      });
    },
    timeout,
  );

  it(
    'changes title and environments, and loses nothing when somebody was faster',
    async () => {
      const { dashboards, user } = await openEditor();
      const title = screen.getByRole('textbox', { name: /^Title/ });
      await user.clear(title);
      await user.click(button('Save'));
      expect(await screen.findByRole('alert')).toHaveTextContent(
        'Give the board a title.',
      );
      await user.type(title, 'Two harbours');
      await user.click(await screen.findByRole('checkbox', { name: 'DEV1' }));
      await dashboards.updateBoard(id, { ...content, revision: 1 });
      await user.click(button('Save'));
      expect(await screen.findByRole('alert')).toHaveTextContent(
        'changed meanwhile; your changes are still here',
      );
      await user.click(button('Keep mine'));
      await waitFor(() => expect(dashboards.boards.get(id)!.revision).toBe(3));
      expect(dashboards.boards.get(id)).toMatchObject({
        title: 'Two harbours',
        spec: {
          environments: ['resource:default/dev1', 'resource:default/prod1'],
        },
      });
    },
    timeout,
  );

  it(
    'asks before a link leaves what is not saved, and brings it back',
    async () => {
      const { user } = await openEditor();
      await user.type(screen.getByRole('textbox', { name: /^Title/ }), '!');
      const link = document.createElement('a');
      link.href = '#elsewhere';
      document.body.append(link);
      const confirm = jest.spyOn(window, 'confirm').mockReturnValue(false);
      await user.click(link);
      expect(confirm).toHaveBeenCalledWith(
        expect.stringContaining('not saved'),
      );
      expect(window.location.hash).toBe('');
      expect(sessionStorage.length).toBe(1);
      confirm.mockReturnValue(true);
      await user.click(link);
      expect(sessionStorage.length).toBe(0);
      confirm.mockRestore();
      link.remove();
    },
    timeout,
  );
});
