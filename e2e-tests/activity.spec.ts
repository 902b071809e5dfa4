import { createHmac, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { APIRequestContext } from '@playwright/test';
import {
  expect,
  readToTheEnd,
  seriousViolations,
  signInAs,
  test,
} from './support/portalTest';

test.setTimeout(120_000);

const secret = () =>
  fs
    .readFileSync(
      path.join(process.env.PORTAL_DATA_DIR ?? '.data', 'webhook-secret'),
      'utf8',
    )
    .trim();

/** Sends a webhook to the demo inbox, signed. */
async function happen(request: APIRequestContext, title: string) {
  const body = JSON.stringify({
    type: 'activity',
    id: randomUUID(),
    kind: 'pull-request',
    entityRef: 'component:default/rate-service',
    title,
    detail: '#7 into main',
    actor: 'hye-jin-park',
    at: new Date().toISOString(),
    state: 'merged',
    demo: true,
  });
  const signature = createHmac('sha256', secret()).update(body).digest('hex');
  const answer = await request.post('/api/webhooks/v1/generic', {
    headers: {
      'Content-Type': 'application/json',
      'X-Webhook-Signature': `sha256=${signature}`,
    },
    data: body,
  });
  expect(answer.status()).toBe(202);
}

test('what happens in a repository appears on an open board within two seconds', async ({
  page,
  request,
}) => {
  await signInAs(page, 'Member');
  await page.goto('/dashboards/default/dev1');
  const tile = page.getByRole('region', { name: 'What happens in the code' });
  await expect(tile.getByRole('listitem').first()).toBeVisible();
  await expect(tile.getByText('Demo data')).toBeVisible();
  // The connection for signals is there a moment after the page.
  await page.waitForTimeout(2000);
  const title = `Round half-pence up ${Date.now()}`;
  await happen(request, title);
  await expect(tile.getByText(title)).toBeVisible({ timeout: 2000 });
  await expect(tile.getByRole('listitem').first()).toContainText(
    /Pull request merged.*#7 into main.*by hye-jin-park/,
  );
});

test('a developer reads what happened in a component, and passes a link on', async ({
  page,
}) => {
  await signInAs(page, 'Member');
  await page.goto('/catalog/default/component/rate-service');
  // What lies far below is loaded only when somebody comes near.
  await page.waitForLoadState('networkidle');
  await readToTheEnd(page);
  await page.getByRole('link', { name: 'See all activity' }).click();
  const list = page.getByRole('list', { name: 'Activity, newest first' });
  await expect(list.getByRole('listitem').first()).toBeVisible();
  await page.getByRole('button', { name: /Kind/ }).click();
  await page.getByRole('option', { name: 'Reviews' }).click();
  await expect(page).toHaveURL(/kind=review/);
  await expect(list.getByRole('listitem').first()).toContainText(/Review/);
  await page.reload();
  await expect(list.getByRole('listitem').first()).toContainText(/Review/);
  expect(await seriousViolations(page)).toEqual([]);
});
