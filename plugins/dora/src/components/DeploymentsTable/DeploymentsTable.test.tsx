import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import userEvent from '@testing-library/user-event';
import type { Deployment } from '@portal/plugin-dora-common';
import type { Deployments } from '../../hooks';
import { deployment } from '../../testing';
import { DeploymentsTable } from '.';

function renderTable(value: Partial<Deployments>, onLoadMore = jest.fn()) {
  render(
    <MemoryRouter>
      <DeploymentsTable
        result={{
          state: 'ready',
          value: { items: [], hasMore: false, loadingMore: false, ...value },
        }}
        onRetry={jest.fn()}
        onLoadMore={onLoadMore}
        hrefOf={id => `?deployment=${id}`}
        fileName="deployments"
      />
    </MemoryRouter>,
  );
  return { onLoadMore };
}

const rows: [string, Partial<Deployment>, string[]][] = [
  ['an ordinary one', {}, ['v1.7.0', 'No failure known', '2 d 4 h']],
  [
    'one without a tag',
    { tag: undefined, sha: 'abcdef0123456789', leadTimeMedian: undefined },
    ['abcdef0', 'No value'],
  ],
  [
    'one that was recovered',
    { failed: true, recovery: { sha: 'f00', tag: 'v1.8.1', hours: 4.2 } },
    ['Failed, recovered by v1.8.1 after 4 h 12 m'],
  ],
  [
    'one whose incident is over',
    {
      failed: true,
      reasons: ['same-service'],
      recovery: { incident: { title: 'Checkout is down' }, hours: 2 },
    },
    ['Failed (an incident soon after), over with its incident after 2 h'],
  ],
  [
    'one that waits for its repair and is one',
    { failed: true, rework: true },
    ['Failed, not recovered yet', 'Rework: repaired an earlier one'],
  ],
  ['the first known', { baseline: true }, ['First known: counts no changes']],
  ['a made-up one', { demo: true }, ['Demo data']],
  [
    'one with a name from right to left',
    { tag: 'גרסה-1.0-'.repeat(9) },
    ['גרסה-1.0-'],
  ],
];

it.each(rows)('shows %s', (_, more, texts) => {
  renderTable({ items: [deployment(7, more)] });
  const [, row] = screen.getAllByRole('row');
  for (const text of texts) {
    expect(row).toHaveTextContent(text);
  }
  expect(row).toHaveTextContent('2025');
  expect(screen.getByRole('status')).toHaveTextContent(
    '1 deployment shown, no more in this period',
  );
});

it('leads to the details of a deployment', () => {
  renderTable({ items: [deployment(7)] });
  expect(screen.getByRole('link', { name: 'v1.7.0' })).toHaveAttribute(
    'href',
    '/?deployment=deployment-7',
  );
});

it('invites to look further where there is none', () => {
  renderTable({});
  expect(
    screen.getByText(/No production deployment in this period/),
  ).toBeInTheDocument();
});

it('loads more, and says why it could not', async () => {
  const { onLoadMore } = renderTable({
    items: [deployment(7), deployment(6)],
    hasMore: true,
    moreError: new TypeError('Failed to fetch'),
  });
  expect(screen.getByRole('alert')).toHaveTextContent('Failed to fetch');
  await userEvent.click(screen.getByRole('button', { name: 'Load more' }));
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(onLoadMore).toHaveBeenCalledTimes(2);
});
