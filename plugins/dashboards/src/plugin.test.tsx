import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openDashboards, prod1 as board, timeout } from './__testUtils__';

const other = {
  ...board,
  metadata: { name: 'dev1', namespace: 'default', title: 'DEV1' },
};

function open(path: string, boards: object[] = [board, other]) {
  const opened = openDashboards(path, { boards });
  opened.open();
  return opened;
}

describe('dashboards', () => {
  it(
    'lists boards by what they are for, each with the way to its page',
    async () => {
      open('/dashboards');
      const heading = await screen.findByRole(
        'heading',
        { name: 'Environments' },
        { timeout },
      );
      const links = within(heading.parentElement!).getAllByRole('link');
      expect(links.map(link => link.getAttribute('href'))).toEqual([
        '/dashboards/default/dev1',
        '/dashboards/default/prod1',
      ]);
    },
    timeout,
  );

  it(
    'lists what is meant for the reader',
    async () => {
      const [meant, others] = ['harbour', 'platform'].map(audience => ({
        ...board,
        metadata: { name: audience, namespace: 'default' },
        spec: { ...board.spec, audience: [audience] },
      }));
      const kept = {
        ...others,
        metadata: { name: 'kept', namespace: 'default' },
        spec: { ...others.spec, owner: 'harbour' },
      };
      open('/dashboards', [board, meant, others, kept]);
      const heading = await screen.findByRole(
        'heading',
        { name: 'Environments' },
        { timeout },
      );
      expect(
        within(heading.parentElement!)
          .getAllByRole('link')
          .map(link => link.getAttribute('href')),
      ).toEqual(
        ['harbour', 'kept', 'prod1'].map(name => `/dashboards/default/${name}`),
      );
    },
    timeout,
  );

  it(
    'asks at once how its owner and the entities in its settings are called',
    async () => {
      const [tile] = board.spec.tiles;
      const settings = {
        entityRef: 'Group:default/Harbour',
        rows: ['domain:default/sea'],
        at: 'https://tides.example/12:30',
      };
      const named = {
        ...board,
        spec: { ...board.spec, tiles: [{ ...tile, settings }] },
      };
      const opened = openDashboards('/dashboards/default/prod1', {
        boards: [named],
      });
      const ask = jest.spyOn(opened.catalog, 'getEntitiesByRefs');
      opened.open();
      await waitFor(() => expect(ask).toHaveBeenCalled(), { timeout });
      expect(new Set(ask.mock.calls[0][0].entityRefs)).toEqual(
        new Set([
          'group:default/platform',
          'group:default/harbour',
          'domain:default/sea',
        ]),
      );
    },
    timeout,
  );

  it(
    'shows a board with its widgets, one that is missing among them',
    async () => {
      open('/dashboards/default/prod1');
      expect(
        await screen.findByText(
          'Kinsale in resource:default/prod1, asked again 0 times',
          {},
          { timeout },
        ),
      ).toBeInTheDocument();
      expect(screen.getByText(/No plugin of this portal brings/)).toBeVisible();
      expect(screen.getByRole('link', { name: 'Edit' })).toHaveAttribute(
        'href',
        'https://git.example/edit',
      );
      await userEvent.click(screen.getByRole('button', { name: 'Refresh' }));
      expect(await screen.findByText(/asked again 1 times/)).toBeVisible();
    },
    timeout,
  );

  it(
    'says that the newest version is broken, and shows the last good one',
    async () => {
      const status = {
        items: [
          {
            type: 'backstage.io/catalog-processing',
            level: 'error',
            message: 'InputError: prod1.yaml: spec.tiles is missing.',
          },
        ],
      };
      open('/dashboards/default/prod1', [{ ...board, status }]);
      expect(
        await screen.findByText(/spec.tiles is missing/, {}, { timeout }),
      ).toBeInTheDocument();
      expect(await screen.findByText(/Kinsale/)).toBeInTheDocument();
    },
    timeout,
  );

  it(
    'hangs on a wall, goes to the next board, and comes off by Escape',
    async () => {
      open('/dashboards/default/prod1?wall=0');
      expect(
        await screen.findByRole(
          'region',
          { name: 'PROD1 on a wall' },
          { timeout },
        ),
      ).toBeInTheDocument();
      await userEvent.click(
        await screen.findByRole('button', { name: 'Next board' }),
      );
      expect(
        await screen.findByRole('region', { name: 'DEV1 on a wall' }),
      ).toBeInTheDocument();
      await userEvent.keyboard('{Escape}');
      expect(
        await screen.findByRole('heading', { name: 'DEV1', level: 1 }),
      ).toBeInTheDocument();
      expect(screen.queryByRole('region', { name: /wall/ })).toBeNull();
    },
    timeout,
  );

  it(
    'stays on screen while the portal is restarted, and goes when the board does',
    async () => {
      const { catalog } = open('/dashboards/default/prod1', [board]);
      await screen.findByText(/Kinsale/, {}, { timeout });
      const look = jest.spyOn(catalog, 'getEntityByRef');
      const lookAgain = async () => {
        const looks = look.mock.calls.length;
        document.dispatchEvent(new Event('visibilitychange'));
        await waitFor(() => expect(look.mock.calls.length).toBe(looks + 1));
        await act(async () => {});
      };
      look.mockRejectedValueOnce(new TypeError('Failed to fetch'));
      await lookAgain();
      expect(screen.getByText(/Kinsale/)).toBeInTheDocument();
      look.mockResolvedValue(undefined);
      await lookAgain();
      expect(
        await screen.findByText(/no dashboard default\/prod1/),
      ).toBeInTheDocument();
    },
    timeout,
  );

  it(
    'says that a board is not there',
    async () => {
      open('/dashboards/default/nowhere');
      expect(
        await screen.findByText(
          /no dashboard default\/nowhere/,
          {},
          { timeout },
        ),
      ).toBeInTheDocument();
    },
    timeout,
  );
});
