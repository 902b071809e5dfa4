import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, menuLink, signInAs, test } from './support/portalTest';

const token = () =>
  fs
    .readFileSync(
      path.join(process.env.PORTAL_DATA_DIR ?? '.data', 'service-token'),
      'utf8',
    )
    .trim();

test('a platform engineer runs a template to its end', async ({ page }) => {
  await signInAs(page, 'Platform engineer');
  await page.goto('/create/templates/default/catalog-entry');
  await page.getByLabel(/^Name/).fill('hello-service');
  await page.getByLabel(/^Description/).fill('Says hello: to everyone.');
  await page.getByRole('button', { name: /next/i }).click();
  await page.getByLabel(/^Owner/).fill('Data Platform');
  await page.getByRole('option').first().click();
  await page.getByRole('button', { name: /review/i }).click();
  await page.getByRole('button', { name: /create/i }).click();
  await expect(page.getByText(/name: hello-service/).first()).toBeVisible({
    timeout: 60_000,
  });
});

test('a history that was imported with the service token is on the page at once', async ({
  page,
  request,
}) => {
  const record = (value: object) => `${JSON.stringify(value)}\n`;
  const day = (offset: number) =>
    new Date(Date.now() - offset * 86_400_000).toISOString();
  const sha = (digit: string) => digit.repeat(40);
  const commit = (digit: string, parents: string[], offset: number) =>
    record({
      type: 'commit',
      sha: sha(digit),
      parents,
      authoredAt: day(offset),
      committedAt: day(offset),
    });
  const release = (tag: string, digit: string, offset: number) =>
    record({ type: 'release', tag, sha: sha(digit), releasedAt: day(offset) });
  const history = [
    commit('a', [], 20),
    release('v1.0.0', 'a', 19),
    commit('b', [sha('a')], 10),
    release('v1.1.0', 'b', 9),
    'this is no record\n',
  ].join('');

  const imported = await request.post(
    '/api/dora/v1/import?entityRef=component:default/parcel-codes',
    {
      headers: {
        Authorization: `Bearer ${token()}`,
        'Content-Type': 'application/x-ndjson',
        'Content-Encoding': 'gzip',
      },
      data: gzipSync(history),
    },
  );
  expect(imported.status()).toBe(200);
  expect(await imported.json()).toMatchObject({
    accepted: 4,
    rejected: 1,
    rejections: [{ line: 5 }],
  });

  await signInAs(page, 'Platform engineer');
  await page.goto('/catalog/default/component/parcel-codes/delivery');
  await expect(page.getByText('v1.1.0').first()).toBeVisible();
});

test('a platform engineer sees a refused webhook, and how a sender is set up', async ({
  page,
  request,
}) => {
  const address = '/api/webhooks/v1/generic';
  const unsigned = await request.post(address, { data: { type: 'nothing' } });
  expect(unsigned.status()).toBe(401);

  await signInAs(page, 'Platform engineer');
  await menuLink(page, 'Webhooks').click();
  await expect(
    page.getByRole('heading', { name: 'Does everything arrive?' }),
  ).toBeVisible();
  const sender = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: 'Generic' }) });
  await expect(sender).toContainText(/refused/);
  await expect(sender).toContainText(/Unauthorised\s*[1-9]/);
  await sender.getByRole('button', { name: /Details/ }).click();
  const details = page.getByRole('dialog', { name: 'Generic' });
  await expect(details).toContainText(address);
  await expect(details.getByRole('table')).toContainText('Unauthorised');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Set up: GitLab' }).click();
  await expect(
    page.getByRole('dialog', { name: 'Set up GitLab' }),
  ).toContainText("secrets: ['${GITLAB_WEBHOOK_TOKEN}']");
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Rewind: catalog' }).click();
  const rewind = page.getByRole('dialog', { name: 'Rewind catalog' });
  await expect(rewind).toContainText('once more');
  await rewind.getByRole('button', { name: 'Rewind' }).click();
  await expect(page.getByText(/catalog reads again from/)).toBeVisible();
});

test('DevTools and the app visualiser are for administrators', async ({
  page,
}) => {
  await signInAs(page, 'Administrator');
  await page.goto('/devtools');
  await expect(
    page.getByText(/Backstage Version|Operating System|Runtime/i).first(),
  ).toBeVisible();
});

test('a reader is not offered what a reader may not do', async ({ page }) => {
  await signInAs(page, 'Reader');
  await expect(page.getByRole('link', { name: /devtools/i })).toHaveCount(0);
  await expect(page.getByRole('link', { name: /visuali[sz]er/i })).toHaveCount(
    0,
  );
});
