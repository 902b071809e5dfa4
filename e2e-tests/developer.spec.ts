import { expect, signInAs, signInAsGuest, test } from './support/portalTest';

const figures = [
  'Deployment frequency',
  'Change lead time',
  'Change fail rate',
  'Failed deployment recovery time',
  'Deployment rework rate',
];

test('a newcomer sees the figures of this very repository, and goes from them to the evidence', async ({
  page,
}) => {
  await signInAsGuest(page);
  for (const figure of figures) {
    await expect(page.getByText(figure).first()).toBeVisible();
  }
  await page.goto('/catalog/default/component/portal/delivery');
  for (const figure of figures) {
    await expect(page.getByText(figure).first()).toBeVisible();
  }
  // Every commit of this repository is its own deployment.
  await expect(page.getByRole('row').nth(1)).toBeVisible();
});

test('the chosen period is in the address, and the address brings it back', async ({
  page,
}) => {
  await signInAs(page, 'Member');
  await page.goto('/catalog/default/component/tracking-service/delivery');
  await page
    .getByText(/365 days/)
    .first()
    .click();
  await expect(page).toHaveURL(/365/);
  await page.reload();
  await expect(page).toHaveURL(/365/);
  await expect(page.getByText('Deployment frequency').first()).toBeVisible();
  await expect(page.getByText(/Demo/).first()).toBeVisible();
});

test('a developer finds a service by a word of its description', async ({
  page,
}) => {
  await signInAs(page, 'Member');
  // A portal that has just begun fills its index in rounds.
  await expect(async () => {
    await page.goto('/search?query=tracking');
    await expect(page.getByText(/tracking-service/i).first()).toBeVisible({
      timeout: 5_000,
    });
  }).toPass({ timeout: 80_000 });
  await page
    .getByRole('link', { name: /tracking.service/i })
    .first()
    .click();
  await expect(page).toHaveURL(
    /\/catalog\/default\/component\/tracking-service/,
  );
});

test('the documentation of the portal opens, with its diagrams', async ({
  page,
}) => {
  await signInAs(page, 'Member');
  await page.goto('/docs/default/component/portal/architecture');
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.locator('svg[aria-roledescription]').first()).toBeVisible();
});
