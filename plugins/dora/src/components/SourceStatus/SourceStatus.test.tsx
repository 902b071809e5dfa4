import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import type { DeliverySource } from '@portal/plugin-dora-common';
import { gitSource } from '../../testing';
import { SourceStatus } from '.';

function renderSources(sources: DeliverySource[]) {
  render(
    <MemoryRouter>
      <SourceStatus sources={sources} />
    </MemoryRouter>,
  );
}

it('shows a source that works', () => {
  renderSources([gitSource]);
  const item = screen.getByRole('listitem');
  expect(item).toHaveTextContent('Git repository');
  expect(item).toHaveTextContent('https://git.example.com/team/portal');
  expect(item).toHaveTextContent('Working');
  expect(item).toHaveTextContent('1,204 commits, 27 releases.');
});

it('shows a source that fails, with its reason and since when', () => {
  const failingSince = new Date(Date.now() - 2 * 3_600_000).toISOString();
  renderSources([
    {
      ...gitSource,
      state: 'error',
      error: 'The folder has no history: fetch it in full.',
      failingSince,
    },
  ]);
  const item = screen.getByRole('listitem');
  expect(item).toHaveTextContent(/Failing\s*since 2 hours ago/);
  expect(item).toHaveTextContent('fetch it in full');
});

it('shows imported demo records as such, and a first read under way', () => {
  renderSources([
    { source: 'import', state: 'ok', commits: 9, releases: 1, demo: true },
    { source: 'git', state: 'pending', commits: 0, releases: 0, demo: false },
  ]);
  const [imported, pending] = screen.getAllByRole('listitem');
  expect(imported).toHaveTextContent('Imported records');
  expect(imported).toHaveTextContent('Demo data');
  expect(pending).toHaveTextContent('Being read for the first time');
  expect(pending).toHaveTextContent('Never read yet');
});

it('leads to the documentation where there is no source', () => {
  renderSources([]);
  expect(
    screen.getByRole('link', { name: 'Connect deployments' }),
  ).toBeInTheDocument();
});
