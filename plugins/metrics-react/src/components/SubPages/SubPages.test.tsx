import type { ReactNode } from 'react';
import {
  createFrontendPlugin,
  createRouteRef,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { useLocation } from 'react-router-dom';
import { createPageOfSubPages } from './createPageOfSubPages';
import { useSubPath } from './useSubPath';

const routeRef = createRouteRef();

function Address(props: { children: string }) {
  const { search } = useLocation();
  return <p>{`${props.children}${search}`}</p>;
}

function Wrapped(props: { children: ReactNode }) {
  return (
    <div data-testid="wrap" data-path={useSubPath()}>
      {props.children}
    </div>
  );
}

function show(address: string) {
  const page = createPageOfSubPages({
    path: '/cost',
    routeRef,
    title: 'Cost',
    icon: <svg />,
    wrap: children => <Wrapped>{children}</Wrapped>,
  });
  const parts = ['overview', 'budgets'].map(name =>
    SubPageBlueprint.make({
      name,
      params: {
        path: name,
        title: name,
        loader: async () => <Address>{`All of ${name}`}</Address>,
      },
    }),
  );
  renderTestApp({
    features: [
      createFrontendPlugin({ pluginId: 'cost', extensions: [page, ...parts] }),
    ],
    initialRouteEntries: [address],
  });
}

it('leads to the first sub-page with the query', async () => {
  show('/cost?scope=everything');
  expect(
    await screen.findByText('All of overview?scope=everything'),
  ).toBeVisible();
});

it('shows a sub-page within what all share', async () => {
  show('/cost/budgets/1');
  expect(await screen.findByText('All of budgets')).toBeVisible();
  expect(screen.getByTestId('wrap')).toHaveAttribute('data-path', 'budgets');
});

it('says so where there is no sub-page of a name', async () => {
  show('/cost/nonsense');
  expect(await screen.findByText(/page not found/i)).toBeVisible();
  expect(screen.queryByText(/^All of/)).toBeNull();
});
