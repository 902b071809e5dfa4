import fs from 'node:fs/promises';
import path from 'node:path';
import { expect, signInAs, test } from './support/portalTest';

const repositories = path.join(
  process.env.PORTAL_DATA_DIR ?? '.data',
  'repositories',
);
/** Where repositories are made before anybody sees them: a file in its place is a host that fails. */
const staging = path.join(repositories, '.staging');

test('a run that failed goes on by Retry once what it failed of is gone, with what the steps before made', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const name = `retried-${Date.now().toString(36)}`;
  await signInAs(page, 'Member');
  await page.goto('/create/templates/default/ba-library-template');
  const next = page.getByRole('button', { name: /next/i });
  await page.getByLabel(/^Name/).fill(name);
  await expect(page.getByText('The name is free')).toBeVisible();
  await page.getByLabel(/^Description/).fill('Made at the second attempt.');
  await next.click();
  for (const [label, text] of [
    [/^Owner/, 'Data Platform'],
    [/^System/, 'Pricing'],
  ] as const) {
    await page.getByLabel(label).fill(text);
    await page.getByRole('option').first().click();
  }
  await next.click();
  await page.getByRole('checkbox', { name: /DEV1/ }).check({ force: true });
  await next.click();
  const shown = page.getByRole('navigation', { name: 'Files' });
  await expect(shown.getByText('catalog-info.yaml')).toBeVisible({
    timeout: 60_000,
  });
  await page.getByRole('button', { name: /review/i }).click();

  await fs.mkdir(repositories, { recursive: true });
  await fs.rm(staging, { recursive: true, force: true });
  await fs.writeFile(staging, 'in the way');
  try {
    await page.getByRole('button', { name: /^create/i }).click();
    // Where it failed and why is on the page.
    await expect(
      page
        .getByText(/could not be written to the folder of the portal/)
        .first(),
    ).toBeVisible({
      timeout: 60_000,
    });
    await expect(
      page.getByRole('link', { name: 'Entry in the catalog' }),
    ).toHaveCount(0);
    expect(await fs.readdir(repositories)).not.toContain(`${name}.git`);
  } finally {
    await fs.rm(staging, { recursive: true, force: true });
  }

  await page.getByRole('button', { name: 'Retry', exact: true }).click();
  await page
    .getByRole('link', { name: 'Entry in the catalog' })
    .click({ timeout: 120_000 });
  await expect(page.getByText('Made from')).toBeVisible();
  await page.goto(`/repositories/${name}`);
  await expect(page.getByRole('link', { name: /package\.json/ })).toBeVisible();
});
