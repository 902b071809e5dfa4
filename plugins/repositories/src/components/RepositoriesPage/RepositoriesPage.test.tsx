import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { ResponseError } from '@backstage/errors';
import type {
  Repository,
  RepositoryAddress,
  RepositoryContent,
} from '@portal/plugin-repositories-common';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { repositoriesApiRef } from '../../api';
import { RepositoriesPage } from '.';

const orders: Repository = {
  name: 'orders',
  description: 'Takes orders.',
  defaultBranch: 'main',
  cloneUrl: 'http://localhost/api/repositories/git/orders.git',
  url: 'http://localhost/repositories/orders',
  head: {
    id: 'a'.repeat(40),
    author: 'Jane',
    at: '2026-11-01T12:00:00Z',
    subject: 'Begin orders',
  },
};
const root: RepositoryContent = {
  revision: 'main',
  path: '',
  commit: orders.head.id,
  entries: [
    { name: 'docs', type: 'folder' },
    { name: 'a b.md', type: 'file', size: 1234 },
  ],
};

function open(
  path: string,
  options: {
    list?: Repository[];
    read?: (address: RepositoryAddress) => Promise<RepositoryContent>;
  } = {},
) {
  const api = {
    list: async () => options.list ?? [orders],
    get: async () => orders,
    read: options.read ?? (async () => root),
  };
  return renderInTestApp(
    <TestApiProvider apis={[[repositoriesApiRef, api]]}>
      <Routes>
        <Route path="/repositories/*" element={<RepositoriesPage />} />
      </Routes>
    </TestApiProvider>,
    { initialRouteEntries: [path] },
  );
}

describe('RepositoriesPage', () => {
  it('lists what there is', async () => {
    open('/repositories');
    expect(await screen.findByRole('link', { name: 'orders' })).toHaveAttribute(
      'href',
      '/repositories/orders',
    );
    expect(screen.getByText('Takes orders.')).toBeInTheDocument();
  });

  it('leads to the templates where there is nothing', async () => {
    open('/repositories', { list: [] });
    expect(
      await screen.findByText('There is no repository yet'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Choose a template' }),
    ).toHaveAttribute('href', '/create');
  });

  it('shows a folder, and how to clone', async () => {
    open('/repositories/orders');
    expect(
      await screen.findByRole('link', { name: /a b\.md/ }),
    ).toHaveAttribute('href', '/repositories/orders/blob/main/a%20b.md');
    expect(screen.getByRole('link', { name: /docs/ })).toHaveAttribute(
      'href',
      '/repositories/orders/tree/main/docs',
    );
    expect(screen.getByText('1.2 kB')).toBeInTheDocument();
    expect(
      await screen.findByText(`git clone ${orders.cloneUrl}`),
    ).toBeInTheDocument();
  });

  it('shows a file with a way back, whatever characters its name has', async () => {
    const read = jest.fn(async (address: RepositoryAddress) => ({
      revision: 'main',
      path: address.path,
      commit: orders.head.id,
      file: { size: 7, text: '<b>&\n' },
    }));
    open('/repositories/orders/blob/main/docs/a%20%25.md', { read });
    expect(await screen.findByLabelText('docs/a %.md')).toHaveTextContent(
      '<b>&',
    );
    expect(read).toHaveBeenCalledWith({
      name: 'orders',
      revision: 'main',
      path: 'docs/a %.md',
    });
    expect(screen.getByRole('link', { name: 'docs' })).toHaveAttribute(
      'href',
      '/repositories/orders/tree/main/docs',
    );
  });

  it('says what is not shown', async () => {
    open('/repositories/orders/blob/main/logo.png', {
      read: async () => ({
        revision: 'main',
        path: 'logo.png',
        commit: orders.head.id,
        file: { size: 5_000_000 },
      }),
    });
    expect(await screen.findByText('Not shown: 5 MB')).toBeInTheDocument();
  });

  it('says that an address is mistaken', async () => {
    open('/repositories/orders/raw/main/a');
    expect(
      await screen.findByText('There is no such place in a repository'),
    ).toBeInTheDocument();
  });

  it('says that it could not be read', async () => {
    const response = new Response(
      JSON.stringify({ error: { name: 'NotFoundError', message: 'gone' } }),
      { status: 404 },
    );
    const error = await ResponseError.fromResponse(response);
    open('/repositories/orders/tree/main/gone', {
      read: async () => {
        throw error;
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'There is no such place in the repositories of the portal',
    );
  });
});
