import { ResponseError } from '@backstage/errors';
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

it('names the permission of the metric that was refused', async () => {
  const error = await ResponseError.fromResponse(
    new Response(
      JSON.stringify({
        error: {
          name: 'NotAllowedError',
          message: 'Needed',
          metricId: 'dailyCost',
          permission: 'finops.cost.read',
        },
        response: { statusCode: 403 },
      }),
      { status: 403, headers: { 'content-type': 'application/json' } },
    ),
  );
  render(
    <LoadFailure
      subject="figures"
      permission="metrics.value.read"
      error={error}
      onRetry={jest.fn()}
    />,
  );
  expect(screen.getByRole('alert')).toHaveTextContent(
    'They need the permission finops.cost.read.',
  );
});

it.each([
  ['offers a retry when the server fails', 500, true],
  ['offers none of what is not there', 404, false],
  ['offers none of what was asked wrongly', 400, false],
] as const)('%s', async (_, status, canRetry) => {
  const onRetry = jest.fn();
  render(
    <LoadFailure
      subject="the release figures"
      permission="releases.read"
      error={await responseError(status, 'Error', 'Disk full')}
      onRetry={onRetry}
    />,
  );
  expect(screen.getByRole('alert')).toHaveTextContent(
    {
      400: 'The release figures could not be loadedDisk full. Choose something else',
      404: 'Disk full. It may have been renamed',
      500: 'The server answered 500: Disk full.',
    }[status],
  );
  const button = screen.queryByRole('button', { name: 'Try again' });
  expect(Boolean(button)).toBe(canRetry);
  if (button) {
    await userEvent.click(button);
  }
  expect(onRetry).toHaveBeenCalledTimes(canRetry ? 1 : 0);
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
