import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { fireEvent, screen, within } from '@testing-library/react';
import { Link } from 'react-router-dom';
import { PhoneBar } from './PhoneBar';
import { ResolvedGroup } from './resolveNav';

const groups: ResolvedGroup[] = [
  {
    title: 'Everyone',
    entries: [
      {
        title: 'Home',
        page: 'page:home',
        href: '/',
        icon: null,
        onPhone: true,
      },
      { title: 'Docs', page: 'page:techdocs', href: '/docs', icon: null },
    ],
  },
];

// jsdom knows the element but not what it does.
beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
});

async function open() {
  renderInTestApp(
    <>
      <PhoneBar groups={groups} current="/" />
      <Link to="/elsewhere">Away</Link>
    </>,
    { apis: [mockApis.permission()] },
  );
  fireEvent.click(await screen.findByRole('button', { name: 'Menu' }));
  return screen.getByRole('dialog', { name: 'Menu' });
}

it('has few pages at hand and all of them in the menu', async () => {
  const menu = await open();
  const bar = screen.getByRole('navigation', { name: 'Main, short' });
  const [short] = within(bar).getAllByRole('list');
  expect(
    within(short)
      .getAllByRole('link')
      .map(link => link.textContent),
  ).toEqual(['Home']);
  expect(
    within(menu)
      .getAllByRole('link')
      .map(link => link.textContent),
  ).toEqual(['Home', 'Docs']);
  expect(within(short).getByRole('link')).toHaveAttribute(
    'aria-current',
    'page',
  );
});

it('closes the menu with its button', async () => {
  const menu = await open();
  expect(menu).toHaveAttribute('open');
  fireEvent.click(screen.getByRole('button', { name: 'Close the menu' }));
  expect(menu).not.toHaveAttribute('open');
});

it('closes the menu when the page changes', async () => {
  const menu = await open();
  fireEvent.click(screen.getByRole('link', { name: 'Away' }));
  expect(menu).not.toHaveAttribute('open');
});
