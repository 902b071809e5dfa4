import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Treemap, type TreemapItem } from '.';

const items: TreemapItem[] = [
  {
    id: 'red',
    name: 'Red',
    value: 80,
    text: '€80',
    href: '/red',
    parts: [
      { id: 'big', name: 'Big', value: 79, text: '€79', href: '/red/big' },
      { id: 'tiny', name: 'Tiny', value: 1, text: '€1' },
    ],
  },
  { id: 'blue', name: 'Blue <b>', value: 20, text: '€20', href: '/blue' },
];

it('is a list of links, however small they are, and a table', async () => {
  renderInTestApp(
    <Treemap
      title="Who spends it"
      items={items}
      columns={[{ id: 'name', title: 'Name', text: row => row.name }]}
      rows={items}
      rowId={row => row.id}
      fileName="shares"
    />,
  );
  const [map] = await screen.findAllByRole('list');
  expect(
    within(map)
      .getAllByRole('link')
      .map(link => [
        link.getAttribute('href'),
        link.getAttribute('aria-label'),
      ]),
  ).toEqual([
    ['/red', 'Red: €80'],
    ['/red/big', 'Big: €79'],
    ['/blue', 'Blue <b>: €20'],
  ]);
  expect(within(map).getByText('Tiny: €1')).toBeInTheDocument();

  await userEvent.click(screen.getByRole('button', { name: 'Show as table' }));
  expect(within(screen.getByRole('grid')).getAllByRole('row')).toHaveLength(3);
});
