import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { fireEvent, screen } from '@testing-library/react';
import { OwnedEntities } from './OwnedEntities';
import { ownedShown } from './useOwnedEntities';

function service(name: string, owner: string) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default' },
    spec: { type: 'service' },
    relations: [{ type: 'ownedBy', targetRef: owner }],
  };
}

const mine = 'group:default/harbour';
const identity = mockApis.identity({
  userEntityRef: 'user:default/ada',
  ownershipEntityRefs: ['user:default/ada', mine],
});

function show(catalog: ReturnType<typeof catalogApiMock>) {
  renderInTestApp(<OwnedEntities />, {
    apis: [identity, [catalogApiRef, catalog]],
  });
}

it('lists what the teams of the user own, and nothing else', async () => {
  show(
    catalogApiMock({
      entities: [
        service('booking', mine),
        service('billing', 'group:default/others'),
      ],
    }),
  );
  expect(await screen.findByRole('link', { name: /booking/ })).toHaveAttribute(
    'href',
    '/catalog/default/component/booking',
  );
  expect(screen.getByText('Component · service')).toBeInTheDocument();
  expect(screen.queryByText('billing')).not.toBeInTheDocument();
  expect(screen.queryByText(/^All/)).not.toBeInTheDocument();
});

it('shows the first few of many, with the way to all', async () => {
  const many = Array.from({ length: ownedShown + 3 }, (_, index) =>
    service(`service-${index}`, mine),
  );
  show(catalogApiMock({ entities: many }));
  expect(
    await screen.findByRole('link', { name: `All ${ownedShown + 3}` }),
  ).toHaveAttribute('href', '/catalog?filters[user]=owned');
  expect(screen.getAllByText('Component · service')).toHaveLength(ownedShown);
});

it('says what to do when nothing is owned', async () => {
  show(catalogApiMock({ entities: [] }));
  expect(
    await screen.findByText(/names you or your teams as its owner/),
  ).toBeInTheDocument();
  expect(
    screen.getByRole('link', { name: 'Register what you own' }),
  ).toHaveAttribute('href', '/catalog-import');
});

it('says what failed, and tries again when asked', async () => {
  const catalog = catalogApiMock({ entities: [service('booking', mine)] });
  jest
    .spyOn(catalog, 'queryEntities')
    .mockRejectedValueOnce(new Error('it is restarting'));
  show(catalog);
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'The catalog did not answer: it is restarting',
  );
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(
    await screen.findByRole('link', { name: /booking/ }),
  ).toBeInTheDocument();
});
