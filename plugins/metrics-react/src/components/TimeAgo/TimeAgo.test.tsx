import { render, screen } from '@testing-library/react';
import { TimeAgo } from './TimeAgo';

it('gives the distance and the exact time', () => {
  const at = new Date(Date.now() - 3 * 86_400_000).toISOString();
  render(<TimeAgo at={at} />);
  const time = screen.getByText('3 days ago');
  expect(time).toHaveAttribute('datetime', at);
  expect(time).toHaveTextContent(String(new Date(at).getFullYear()));
});

it('says nothing of the hour of a calendar day', () => {
  const today = new Date().toISOString().slice(0, 10);
  render(
    <>
      <TimeAgo at={today} />
      <TimeAgo at="2020-02-29" inline />
    </>,
  );
  expect(screen.getByText('today')).toBeVisible();
  expect(screen.getByText(/years ago/)).toHaveTextContent(
    /^\d+ years ago \(Feb 29, 2020\)$/,
  );
});
