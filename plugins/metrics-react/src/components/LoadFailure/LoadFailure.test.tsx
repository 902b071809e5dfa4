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
