import {
  expect,
  menuLink,
  seriousViolations,
  signInAs,
  test,
} from './support/portalTest';

test.setTimeout(120_000);

test('an executive goes from the company to the reason of one failure, and can send the link', async ({
  page,
}) => {
  await signInAs(page, 'Executive');
  await menuLink(page, 'Delivery').click();
  // It begins with the reader's own department, by name.
  await expect(page).toHaveURL(/scope=/);
  await page.goto('/dora?scope=everything&period=365&metric=changeFailRate');
  await expect(
    page.getByText(/\d+ of \d+ services are measured/),
  ).toBeVisible();
  await expect(
    page.getByRole('slider', { name: 'Change fail rate over time' }),
  ).toBeVisible();
  expect(await seriousViolations(page)).toEqual([]);

  const worst = page
    .getByRole('table', { name: 'Services' })
    .getByRole('link')
    .first();
  await worst.click();
  await expect(page).toHaveURL(/\/delivery\?period=365&metric=changeFailRate/);

  await page.getByRole('button', { name: 'Explain: change fail rate' }).click();
  await expect(page.getByText('With the numbers of this period')).toBeVisible();

  const failed = page
    .getByRole('row')
    .filter({ hasText: /^.*Failed/ })
    .first();
  await failed.getByRole('link').first().click();
  const dialog = page.getByRole('dialog', { name: /^Deployment / });
  await expect(dialog.getByRole('heading', { name: 'Failed' })).toBeVisible();
  expect(await seriousViolations(page)).toEqual([]);

  // The address reproduces all of it.
  const link = page.url();
  await page.goto('/');
  await page.goto(link);
  await expect(dialog.getByRole('heading', { name: 'Failed' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('the page fits a phone, and keeps its order in the address', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signInAs(page, 'Member');
  await page.goto('/dora?scope=everything');
  await expect(
    page.getByText(/\d+ of \d+ services are measured/),
  ).toBeVisible();
  await page.getByRole('radio', { name: 'By name' }).click();
  await expect(page).toHaveURL(/order=name/);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
});

test('a platform engineer sees what could not be used', async ({ page }) => {
  await signInAs(page, 'Platform engineer');
  await page.goto('/dora/triage');
  await expect(
    page.getByRole('heading', { name: 'No component for it' }),
  ).toBeVisible();
  await expect(
    page.getByRole('heading', { name: 'Unknown environment' }),
  ).toBeVisible();
  expect(await seriousViolations(page)).toEqual([]);
});
