import { useSidebarPinState } from '@backstage/core-components';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { ReactNode } from 'react';
import { Link, MemoryRouter } from 'react-router-dom';
import { PortalLayout } from './PortalLayout';

function PinSwitch() {
  const { isPinned, toggleSidebarPinState } = useSidebarPinState();
  return (
    <button onClick={toggleSidebarPinState}>
      {isPinned ? 'Icons only' : 'With words'}
    </button>
  );
}

function layout(children: ReactNode, path = '/cost/budgets') {
  return (
    <MemoryRouter initialEntries={[path]}>
      <PortalLayout appTitle="Portal" nav={<nav>Lines</nav>}>
        {children}
      </PortalLayout>
    </MemoryRouter>
  );
}

function open(children: ReactNode) {
  return render(layout(children));
}

beforeEach(() => localStorage.clear());

it('leads past the navigation', () => {
  open(<p>Page</p>);
  const skip = screen.getByRole('link', { name: 'Skip to content' });
  const target = document.querySelector(skip.getAttribute('href') ?? '');
  expect(target).toContainElement(screen.getByText('Page'));
});

it('is the main landmark of a page that has none', async () => {
  const { rerender } = open(<p>Page</p>);
  expect(screen.getByRole('main')).toContainElement(screen.getByText('Page'));

  rerender(layout(<main>Another</main>));
  await waitFor(() => expect(screen.getAllByRole('main')).toHaveLength(1));
  expect(screen.getByRole('main').tagName).toBe('MAIN');
});

it('remembers that the navigation shows icons only', () => {
  const { unmount } = open(<PinSwitch />);
  expect(screen.getByTestId('portal-layout')).toHaveClass('layout');

  fireEvent.click(screen.getByRole('button', { name: 'Icons only' }));
  expect(screen.getByTestId('portal-layout')).toHaveClass('layoutCompact');
  unmount();

  open(<PinSwitch />);
  expect(
    screen.getByRole('button', { name: 'With words' }),
  ).toBeInTheDocument();
});

it('names the window after the page and its open tab', async () => {
  document.title = 'tracking-service | Overview | Portal';
  const { rerender, unmount } = open(<p>Loading</p>);
  expect(document.title).toBe('Portal');

  rerender(
    layout(
      <>
        <h1>Cost</h1>
        <a role="tab" aria-selected="false" href="/cost">
          Overview
        </a>
        <a role="tab" aria-selected="true" href="/cost/budgets">
          Budgets
        </a>
        <Link to="/">Home</Link>
        <Link to="/catalog/default/component/cart">Cart</Link>
      </>,
    ),
  );
  await waitFor(() => expect(document.title).toBe('Cost | Budgets | Portal'));
  fireEvent.click(screen.getByText('Home'));
  expect(document.title).toBe('Home | Portal');

  // These pages do it themselves.
  fireEvent.click(screen.getByText('Cart'));
  document.title = 'cart | Portal';
  fireEvent.click(screen.getByText('Cart'));
  expect(document.title).toBe('cart | Portal');
  unmount();
});
