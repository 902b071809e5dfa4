import {
  createExtensionTester,
  mockApis,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { webhooksApiRef } from './api';
import plugin from './plugin';
import { InMemoryWebhooksApi, sender } from './testing';

it('loads the page when it is opened', async () => {
  const api = new InMemoryWebhooksApi();
  api.senders = [sender()];
  const page = plugin.getExtension('page:webhooks');
  renderInTestApp(createExtensionTester(page).reactElement(), {
    apis: [[webhooksApiRef, api], mockApis.permission()],
  });
  // The first time, loading compiles everything behind the page.
  expect(
    await screen.findByRole(
      'heading',
      { name: 'Does everything arrive?' },
      { timeout: 50_000 },
    ),
  ).toBeInTheDocument();
}, 60_000);
