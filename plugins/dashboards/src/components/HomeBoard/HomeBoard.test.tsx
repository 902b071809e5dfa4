import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import { testApis } from '../../__testUtils__';
import { HomeBoard } from './HomeBoard';

const ref = 'dashboard:default/prod1';

beforeEach(() => localStorage.clear());

it('shows the board that the reader begins with, and the way to its page', async () => {
  const { apis, dashboards } = testApis();
  dashboards.home = ref;
  renderInTestApp(<HomeBoard />, { apis });
  expect(
    await screen.findByText(/Kinsale in resource:default\/prod1/),
  ).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Open this board' })).toHaveAttribute(
    'href',
    '/dashboards/default/prod1',
  );
});

it('shows nothing where there is none, whatever it was before', async () => {
  localStorage.setItem('portal.dashboards.home', ref);
  const { apis } = testApis();
  renderInTestApp(<HomeBoard />, { apis });
  await waitFor(() =>
    expect(localStorage.getItem('portal.dashboards.home')).toBeNull(),
  );
  expect(screen.queryByText(/Kinsale/)).toBeNull();
});
