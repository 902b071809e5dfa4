import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { responseError } from '../../testUtils';
import { LoadFailure } from './LoadFailure';

it('says who can grant a missing permission, and offers no retry', async () => {
  render(
    <LoadFailure
      subject="release figures"
      permission="releases.read"
      error={await responseError(403, 'NotAllowedError', 'Unauthorized')}
      onRetry={jest.fn()}
    />,
  );
  expect(screen.getByRole('alert')).toHaveTextContent('releases.read');
  expect(screen.getByRole('alert')).toHaveTextContent('An administrator');
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});

it.each([
  ['the server fails', 500, 'The server answered 500: Disk full.'],
  ['the entity is unknown', 404, 'Disk full. It may have been renamed'],
])('offers a retry when %s', async (_, status, text) => {
  const onRetry = jest.fn();
  render(
    <LoadFailure
      subject="release figures"
      permission="releases.read"
      error={await responseError(status, 'Error', 'Disk full')}
      onRetry={onRetry}
    />,
  );
  expect(screen.getByRole('alert')).toHaveTextContent(text);
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(onRetry).toHaveBeenCalledTimes(1);
});

it('tells an unreachable portal from a failing one', () => {
  render(
    <LoadFailure
      subject="release figures"
      permission="releases.read"
      error={new TypeError('Failed to fetch')}
      onRetry={jest.fn()}
    />,
  );
  expect(screen.getByRole('alert')).toHaveTextContent(
    'The portal could not be reached',
  );
});
