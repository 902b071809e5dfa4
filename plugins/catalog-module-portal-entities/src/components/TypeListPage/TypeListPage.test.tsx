import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  dataset,
  environments,
  library,
  renderWithEntity,
} from '../../__testUtils__';
import { DatasetsPage, EnvironmentsPage, LibrariesPage } from './TypeListPage';

const everything = [library, dataset, ...environments];

describe('TypeListPage', () => {
  it('lists libraries by language and package', async () => {
    renderWithEntity(<LibrariesPage />, { entities: everything });
    const row = await screen.findByRole('row', { name: /money-java/ });
    expect(
      within(row).getByRole('link', { name: 'money-java' }),
    ).toHaveAttribute('href', '/catalog/default/component/money-java');
    expect(row).toHaveTextContent('Java');
    expect(row).toHaveTextContent('example.brennvik:money');
    expect(row).toHaveTextContent('booking');
    expect(screen.queryByText('parcel-journeys')).not.toBeInTheDocument();
  });

  it('lists datasets by who may see them', async () => {
    renderWithEntity(<DatasetsPage />, { entities: everything });
    const row = await screen.findByRole('row', { name: /parcel-journeys/ });
    expect(row).toHaveTextContent('Confidential');
    expect(row).toHaveTextContent('Every hour');
  });

  it('lists environments with the way to production above', async () => {
    renderWithEntity(<EnvironmentsPage />, { entities: everything });
    expect(
      await screen.findByRole('list', { name: 'Way to production' }),
    ).toBeInTheDocument();
    expect(await screen.findByRole('row', { name: /SIT1/ })).toHaveTextContent(
      'Test',
    );
  });

  it('invites to add the first one', async () => {
    renderWithEntity(<LibrariesPage />, { entities: [] });
    expect(
      await screen.findByText(/There are no libraries yet/),
    ).toBeInTheDocument();
    expect(screen.getByText(/type: library/)).toBeInTheDocument();
  });

  it('asks the catalog for what is searched, sorted and paged', async () => {
    const queryEntities = jest
      .fn()
      .mockResolvedValue({ items: [], totalItems: 0, pageInfo: {} });
    renderWithEntity(<LibrariesPage />, { catalog: { queryEntities } });
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search libraries' }),
      'money',
    );
    await waitFor(() =>
      expect(queryEntities).toHaveBeenLastCalledWith(
        expect.objectContaining({
          filter: { kind: 'component', 'spec.type': 'library' },
          fullTextFilter: expect.objectContaining({ term: 'money' }),
          orderFields: { field: 'metadata.name', order: 'asc' },
          limit: 20,
        }),
      ),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show all libraries' }),
    );
    expect(screen.getByRole('searchbox')).toHaveValue('');
  });

  it('says why there is no list and tries again', async () => {
    const queryEntities = jest
      .fn()
      .mockRejectedValueOnce(new Error('no answer'))
      .mockResolvedValue({ items: [library], totalItems: 1, pageInfo: {} });
    renderWithEntity(<LibrariesPage />, { catalog: { queryEntities } });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The catalog did not give the libraries',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('row', { name: /money-java/ }),
    ).toBeInTheDocument();
  });
});
