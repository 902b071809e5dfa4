import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  AuthorizeResult,
  type EvaluatePermissionRequest,
} from '@backstage/plugin-permission-common';
import { screen } from '@testing-library/react';
import { webhooksApiRef } from '../../api';
import {
  consumer,
  deadLetter,
  InMemoryWebhooksApi,
  sender,
} from '../../testing';
import { WebhooksPage } from '.';

// In a file of its own: what a user may do is remembered for the life of the page.
it('offers no change to those who may only look', async () => {
  const api = new InMemoryWebhooksApi();
  api.senders = [sender()];
  api.consumers = [consumer({ deadLetters: 2 })];
  api.deadLetters = [deadLetter(2), deadLetter(1)];
  const asked: string[] = [];
  renderInTestApp(<WebhooksPage />, {
    apis: [
      [webhooksApiRef, api],
      mockApis.permission({
        authorize: ({ permission }: EvaluatePermissionRequest) => {
          asked.push(permission.name);
          return AuthorizeResult.DENY;
        },
      }),
    ],
  });
  expect(
    await screen.findByRole('button', { name: /^Details: push-2/ }),
  ).toBeInTheDocument();
  await screen.findByText('2 shown, newest first; no more.');
  expect(asked).toContain('webhooks.delivery.replay');
  expect(screen.queryAllByRole('button', { name: /Replay|Rewind/ })).toEqual(
    [],
  );
});
