import { render, screen } from '@testing-library/react';
import { TimeAgo } from './TimeAgo';

it('gives the distance and the exact time', () => {
  const at = new Date(Date.now() - 3 * 86_400_000).toISOString();
  render(<TimeAgo at={at} />);
  const time = screen.getByText('3 days ago');
  expect(time).toHaveAttribute('datetime', at);
  expect(time).toHaveTextContent(String(new Date(at).getFullYear()));
});
