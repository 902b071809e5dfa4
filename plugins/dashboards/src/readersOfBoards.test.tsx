import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { harbourBoard, openDashboards, timeout } from './__testUtils__';

// A file of its own: what a person may do is remembered by the page for some seconds.
it(
  'a board offers nothing that its reader may not do',
  async () => {
    const { dashboards, open } = openDashboards(
      '/dashboards/personal/00000000-0000-4000-8000-000000000000',
      { may: AuthorizeResult.DENY },
    );
    dashboards.add(harbourBoard);
    open();
    await userEvent.click(
      await screen.findByRole('button', { name: 'More' }, { timeout }),
    );
    expect(
      screen.getAllByRole('menuitem').map(item => item.textContent),
    ).toEqual(['Export as YAML']);
    expect(screen.queryByRole('link', { name: 'Edit' })).toBeNull();
  },
  timeout,
);
