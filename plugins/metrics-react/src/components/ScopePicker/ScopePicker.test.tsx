import { InMemoryCatalogClient } from '@backstage/catalog-client/testUtils';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { ScopePicker } from '.';

const team = (name: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name, namespace: 'default' },
  spec: { type: 'team', children: [] },
});
const entities = [
  ...Array.from({ length: 60 }, (_, index) => team(`team-${index + 10}`)),
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Domain',
    metadata: { name: 'shop', namespace: 'default', title: 'The shop' },
    spec: { owner: 'team-10' },
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'shop-api', namespace: 'default' },
    spec: { owner: 'team-10' },
  },
];

const componentKinds = ['component'] as const;

// Events are dispatched one by one: the focus that moves with the search is not a user's.
it('offers a page of groups, domains and systems, and searches the rest', async () => {
  const onSelect = jest.fn();
  const client = new InMemoryCatalogClient({ entities });
  renderInTestApp(
    <ScopePicker scope="group:default/team-69" onSelect={onSelect} />,
    { apis: [[catalogApiRef, client]] },
  );
  const button = await screen.findByRole('button', { name: /Whose delivery/ });
  expect(button).toHaveTextContent('team-69');

  fireEvent.click(button);
  // What is chosen and everything stand above the first page.
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(52));
  expect(screen.getByRole('option', { selected: true })).toHaveTextContent(
    'team-69',
  );
  expect(
    screen.getByRole('option', { name: 'Everything' }),
  ).toBeInTheDocument();

  fireEvent.change(
    screen.getByRole('searchbox', {
      name: 'Search groups, domains and systems',
    }),
    { target: { value: 'shop' } },
  );
  const shop = await screen.findByRole('option', { name: 'The shop' });
  expect(
    screen.queryByRole('option', { name: /shop-api/ }),
  ).not.toBeInTheDocument();
  fireEvent.click(shop);
  await waitFor(() =>
    expect(onSelect).toHaveBeenCalledWith('domain:default/shop'),
  );
});

it('begins with nothing chosen, and without everything where that is no choice', async () => {
  const onSelect = jest.fn();
  const client = new InMemoryCatalogClient({ entities });
  renderInTestApp(
    <ScopePicker
      label="Component"
      scope=""
      kinds={componentKinds}
      withEverything={false}
      onSelect={onSelect}
    />,
    { apis: [[catalogApiRef, client]] },
  );
  fireEvent.click(await screen.findByRole('button', { name: /Component/ }));
  const option = await screen.findByRole('option', { name: 'shop-api' });
  expect(screen.getAllByRole('option')).toHaveLength(1);
  fireEvent.click(option);
  expect(onSelect).toHaveBeenCalledWith('component:default/shop-api');
});

it.each(['nonsense', 'group:default/gone'])(
  'shows %s, of which the catalog knows nothing, as what it is',
  async scope => {
    renderInTestApp(<ScopePicker scope={scope} onSelect={jest.fn()} />, {
      apis: [[catalogApiRef, new InMemoryCatalogClient({ entities })]],
    });
    const button = await screen.findByRole('button', {
      name: /Whose delivery/,
    });
    await waitFor(() => expect(button).toHaveTextContent(scope));
  },
);
