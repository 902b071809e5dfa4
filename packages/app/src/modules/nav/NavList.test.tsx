import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import { screen } from '@testing-library/react';
import { NavList } from './NavList';

const allowed = createPermission({ name: 'harbour.enter', attributes: {} });
const denied = createPermission({ name: 'harbour.close', attributes: {} });

it('shows the lines that the user may use', async () => {
  renderInTestApp(
    <NavList
      current="/docs"
      groups={[
        {
          title: 'Everyone',
          entries: [
            { title: 'Docs', page: 'page:docs', href: '/docs', icon: null },
            {
              title: 'Enter',
              page: 'page:enter',
              href: '/enter',
              icon: null,
              permission: allowed,
            },
            {
              title: 'Close',
              page: 'page:close',
              href: '/close',
              icon: null,
              permission: denied,
            },
          ],
        },
      ]}
    />,
    {
      apis: [
        mockApis.permission({
          authorize: ({ permission }) =>
            permission.name === allowed.name
              ? AuthorizeResult.ALLOW
              : AuthorizeResult.DENY,
        }),
      ],
    },
  );
  expect(await screen.findByRole('link', { name: 'Enter' })).toHaveAttribute(
    'href',
    '/enter',
  );
  expect(screen.getByRole('link', { name: 'Docs' })).toHaveAttribute(
    'aria-current',
    'page',
  );
  expect(screen.queryByRole('link', { name: 'Close' })).not.toBeInTheDocument();
  expect(screen.getByRole('list', { name: 'Everyone' })).toBeInTheDocument();
});
