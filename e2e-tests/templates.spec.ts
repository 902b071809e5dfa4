import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, signInAs, test } from './support/portalTest';

const run = promisify(execFile);
const name = `journey-${Date.now().toString(36)}`;

test('a developer goes from a form to a service that is in the catalog, documented, on the board, and cloned', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(300_000);
  await signInAs(page, 'Member');
  await page.goto('/create');
  await page.getByRole('link', { name: 'Repositories' }).waitFor();
  await page.goto('/create/templates/default/ba-service-template');
  const next = page.getByRole('button', { name: /next/i });

  await page.getByLabel(/^Name/).fill(name);
  await expect(page.getByText('The name is free')).toBeVisible();
  await page.getByLabel(/^Description/).fill('Takes "orders" on a ${{ x }}.');
  await next.click();

  await page.getByLabel(/^Owner/).fill('Data Platform');
  await page.getByRole('option').first().click();
  await page.getByLabel(/^System/).fill('Pricing');
  await page.getByRole('option').first().click();
  await next.click();

  await page.getByRole('checkbox', { name: /DEV1/ }).check({ force: true });
  await page.getByRole('checkbox', { name: /PROD1/ }).check({ force: true });
  // Production says why.
  await page
    .getByLabel(/Why may PROD1 be provisioned/)
    .fill('The board asked for it by Christmas.');
  await next.click();

  await expect(
    page.getByRole('navigation', { name: 'Files' }).getByText('README.md'),
  ).toBeVisible({ timeout: 60_000 });
  await expect(
    page.getByRole('table', { name: 'Estimated monthly cost' }),
  ).toBeVisible();
  await page.getByRole('button', { name: /review/i }).click();
  await page.getByRole('button', { name: /^create/i }).click();
  await expect(
    page.getByRole('link', { name: 'Repository', exact: true }),
  ).toBeVisible({ timeout: 120_000 });

  await page.getByRole('link', { name: 'Repository', exact: true }).click();
  await expect(page.getByText(`${name}.git`)).toBeVisible();
  await page.getByRole('link', { name: /package\.json/ }).click();
  await expect(page.getByLabel('package.json', { exact: true })).toContainText(
    name,
  );

  await page.goto(`/catalog/default/component/${name}`);
  await expect(page.getByText('Made from')).toBeVisible();
  await expect(page.getByText('Takes "orders" on a ${{ x }}.')).toBeVisible();

  await expect(async () => {
    await page.goto('/dashboards/default/dev1');
    await expect(
      page.getByRole('link', { name, exact: true }).first(),
    ).toBeVisible({ timeout: 15_000 });
  }).toPass({ timeout: 90_000 });

  await page.goto(`/docs/default/component/${name}`);
  await expect(
    page.getByRole('heading', { level: 1, name }).first(),
  ).toBeVisible({ timeout: 60_000 });

  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'portal-clone-'));
  try {
    const url = `${baseURL}/api/repositories/git/${name}.git`;
    await run('git', ['clone', '--quiet', url, folder]);
    expect(await fs.readdir(folder)).toContain('catalog-info.yaml');
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
});

test('what is wrong is said next to the field, before anything is made', async ({
  page,
}) => {
  await signInAs(page, 'Member');
  await page.goto('/create/templates/default/ba-library-template');
  await page.getByLabel(/^Name/).fill('tracking-service');
  await expect(page.getByText(/is taken|has this name/i).first()).toBeVisible();

  await page.getByLabel(/^Name/).fill(`${name}-library`);
  await page.getByLabel(/^Description/).fill('Long. '.repeat(40));
  await page.getByRole('button', { name: /next/i }).click();
  await expect(
    page.getByText('Use at most 200 characters').first(),
  ).toBeVisible();
});

test('the list of templates is in the order that its reader chooses', async ({
  page,
}) => {
  await signInAs(page, 'Member');
  await page.goto('/create');
  await page.getByRole('button', { name: /Order/ }).click();
  await page.getByRole('option', { name: 'Name' }).click();
  await expect(page).toHaveURL(/order=name/);
  await page.reload();
  const names = page.getByRole('main').getByRole('heading', {
    name: /^(API|Database|Service|Website)$/,
  });
  await expect(names.first()).toHaveText('API');
});
