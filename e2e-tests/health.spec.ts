import {
  expect,
  seriousViolations,
  signInAs,
  test,
} from './support/portalTest';

test.setTimeout(120_000);

const health = '/catalog/default/component/claims-service/health';

test('a platform engineer announces maintenance, the board says so, and it is ended', async ({
  browser,
  page,
}) => {
  // Somebody else looks at the board all the while.
  const context = await browser.newContext();
  const wall = await context.newPage();
  await signInAs(wall, 'Member');
  await wall.goto('/dashboards/default/prod1');
  const row = wall
    .getByRole('region', { name: 'Is it healthy' })
    .getByRole('listitem')
    .filter({ hasText: /claims-service/i })
    .filter({ hasText: /Under maintenance/ });
  await expect(
    wall.getByRole('region', { name: 'Is it healthy' }).getByRole('listitem'),
  ).not.toHaveCount(0);
  await expect(row).toHaveCount(0);

  await signInAs(page, 'Platform engineer');
  await page.goto(health);
  await page.getByRole('button', { name: 'Plan maintenance' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Announce' }).click();
  await expect(
    dialog.getByRole('textbox', { name: /^Reason/ }),
  ).toHaveAttribute('aria-invalid', 'true');
  expect(await seriousViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: /Environment/ }).click();
  await page.getByRole('option', { name: 'PROD1' }).click();
  const reason = `New disks ${Date.now()}`;
  await dialog.getByRole('textbox', { name: /^Reason/ }).fill(reason);
  await dialog.getByRole('button', { name: 'Announce' }).click();
  await expect(page.getByText(/PROD1 is announced/).first()).toBeVisible();
  await expect(page.getByText(/PROD1 under maintenance/)).toBeVisible();
  await expect(page.getByText(reason)).toBeVisible();

  await expect(row).toContainText(/which ends in/, { timeout: 15_000 });
  expect(await seriousViolations(wall)).toEqual([]);

  await page.getByRole('button', { name: `End now: PROD1, ${reason}` }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'End now' })
    .click();
  // It names the reason too, until it is closed.
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByText(reason)).toBeHidden();
  await expect(row).toHaveCount(0, { timeout: 15_000 });
  await context.close();
});
