import {
  EntityKindFilter,
  EntityListProvider,
  useEntityList,
} from '@backstage/plugin-catalog-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useEffect } from 'react';
import {
  dataset,
  environments,
  library,
  renderWithEntity,
} from '../../__testUtils__';
import { EntityList } from './EntityList';

function OfKind(props: { kind: string; label: string }) {
  const { updateFilters } = useEntityList();
  const { kind, label } = props;
  useEffect(
    () => updateFilters({ kind: new EntityKindFilter(kind, label) }),
    [updateFilters, kind, label],
  );
  return <EntityList />;
}

const list = (kind: string, label: string) => (
  <EntityListProvider pagination={{ mode: 'cursor', limit: 2 }}>
    <OfKind kind={kind} label={label} />
  </EntityListProvider>
);

describe('EntityList', () => {
  it('shows a page of what the catalog has, with links, and the next one', async () => {
    renderWithEntity(list('resource', 'Resource'), {
      entities: [library, dataset, ...environments],
    });
    const total = 1 + environments.length;
    expect(
      await screen.findByRole('heading', { name: `${total} resources` }),
    ).toBeInTheDocument();
    const [first] = screen.getAllByRole('cell');
    expect(within(first).getByRole('link')).toHaveAttribute(
      'href',
      expect.stringMatching(/^\/catalog\/default\/resource\//),
    );
    expect(screen.queryByText('money-java')).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Previous' })).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Previous' })).toBeEnabled(),
    );
  });

  it('lets the catalog sort and search, and keeps stars', async () => {
    const queryEntities = jest
      .fn()
      .mockResolvedValue({ items: [library], totalItems: 1, pageInfo: {} });
    renderWithEntity(list('component', 'Component'), {
      catalog: { queryEntities },
    });
    const star = await screen.findByRole('button', { name: /Star money-java/ });
    expect(star).toHaveAttribute('aria-pressed', 'false');
    await userEvent.click(star);
    await waitFor(() => expect(star).toHaveAttribute('aria-pressed', 'true'));

    await userEvent.click(screen.getByRole('button', { name: 'Type' }));
    await waitFor(() =>
      expect(queryEntities).toHaveBeenLastCalledWith(
        expect.objectContaining({
          orderFields: [{ field: 'spec.type', order: 'asc' }],
        }),
      ),
    );
    expect(screen.getByRole('columnheader', { name: 'Type' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );

    await userEvent.type(screen.getByRole('searchbox'), 'money');
    await waitFor(() =>
      expect(queryEntities).toHaveBeenLastCalledWith(
        expect.objectContaining({
          fullTextFilter: expect.objectContaining({ term: 'money' }),
        }),
      ),
    );
  });

  it('says what to try where nothing is left, and why there is no list', async () => {
    const queryEntities = jest.fn(async (request = {}) => {
      if ('fullTextFilter' in request && request.fullTextFilter?.term) {
        throw new Error('no answer');
      }
      return { items: [], totalItems: 0, pageInfo: {} };
    });
    renderWithEntity(list('api', 'API'), { catalog: { queryEntities } });
    expect(await screen.findByText(/There are no APIs/)).toBeInTheDocument();
    await userEvent.type(screen.getByRole('searchbox'), 'x');
    expect(await screen.findByRole('alert')).toHaveTextContent('no answer');
  });
});
