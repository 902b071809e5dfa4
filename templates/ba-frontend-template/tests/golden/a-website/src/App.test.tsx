import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { App } from './App.tsx';
import about from './about.json';
import { ErrorBoundary } from './ErrorBoundary.tsx';

beforeEach(() => window.history.replaceState(null, '', '/'));
afterEach(cleanup);

function Broken(): never {
  throw new Error('broken');
}

test('says what it is', () => {
  render(<App />);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Start');
  expect(screen.getByRole('main').textContent).toContain(about.description);
  expect(document.title).toBe(`Start - ${about.name}`);
});

test('goes to another page, and back', async () => {
  render(<App />);
  const link = screen.getByRole('link', { name: 'Privacy' });
  fireEvent.click(link);
  expect(window.location.pathname).toBe('/privacy');
  expect(link.getAttribute('aria-current')).toBe('page');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Privacy');

  window.history.back();
  expect(await screen.findByRole('heading', { name: 'Start' })).toBeTruthy();
});

test('leaves a click for a new tab to the browser', () => {
  render(<App />);
  const link = screen.getByRole('link', { name: 'Privacy' });
  // jsdom can not open a tab and says so.
  link.addEventListener('click', (event) => event.preventDefault());
  fireEvent.click(link, { ctrlKey: true });
  expect(window.location.pathname).toBe('/');
});

test('says so where there is no such page', () => {
  window.history.replaceState(null, '', '/nowhere');
  render(<App />);
  expect(screen.getByRole('heading', { name: 'There is no such page' })).toBeTruthy();
});

test('shows what to do where a page breaks, and tells of it', () => {
  const report = vi.fn();
  vi.spyOn(console, 'error').mockImplementation(() => {});
  render(
    <ErrorBoundary report={report}>
      <Broken />
    </ErrorBoundary>,
  );
  expect(screen.getByRole('button', { name: 'Load it again' })).toBeTruthy();
  expect(report).toHaveBeenCalledOnce();
});
