import { useSidebarPinState } from '@backstage/core-components';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { ReactNode } from 'react';
import { PortalLayout } from './PortalLayout';

function PinSwitch() {
  const { isPinned, toggleSidebarPinState } = useSidebarPinState();
  return (
    <button onClick={toggleSidebarPinState}>
      {isPinned ? 'Icons only' : 'With words'}
    </button>
  );
}

function open(children: ReactNode) {
  return render(<PortalLayout nav={<nav>Lines</nav>}>{children}</PortalLayout>);
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

  rerender(
    <PortalLayout nav={<nav>Lines</nav>}>
      <main>Another</main>
    </PortalLayout>,
  );
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
