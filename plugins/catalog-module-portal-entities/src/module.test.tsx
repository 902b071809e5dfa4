import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import module from './module';
import { dataset, environments, library } from './__testUtils__';

function open(path: string) {
  renderTestApp({
    features: [catalogPlugin, module],
    initialRouteEntries: [path],
    apis: [
      [
        catalogApiRef,
        catalogApiMock({ entities: [library, dataset, ...environments] }),
      ],
    ],
  });
}

// Loading a page for the first time compiles everything behind it.
const timeout = 60_000;

describe('the module in an app', () => {
  it.each([
    ['/libraries', 'Libraries', 'money-java'],
    ['/datasets', 'Datasets', 'parcel-journeys'],
    ['/environments', 'Environments', 'SIT1'],
  ])(
    'has a list of its own at %s',
    async (path, title, row) => {
      open(path);
      expect(
        await screen.findByRole('row', { name: new RegExp(row) }, { timeout }),
      ).toBeInTheDocument();
      expect(
        screen.getByRole('heading', { level: 1, name: title }),
      ).toBeInTheDocument();
    },
    timeout,
  );

  it.each([
    ['/catalog/default/component/money-java', 'Use this library'],
    ['/catalog/default/resource/parcel-journeys', 'About this data'],
    ['/catalog/default/resource/sit1', 'Way to production'],
  ])(
    'leads the page %s with %s',
    async (path, title) => {
      open(path);
      expect(
        await screen.findByRole('heading', { name: title }, { timeout }),
      ).toBeInTheDocument();
    },
    timeout,
  );
});
