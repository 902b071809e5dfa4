import {
  expect,
  menuLink,
  seriousViolations,
  signInAs,
  test,
} from './support/portalTest';

test.setTimeout(180_000);

test('an executive looks at cost and goes down to a line and its rule', async ({
  page,
}) => {
  await signInAs(page, 'Executive');
  await menuLink(page, 'Cost').click();
  await expect(page).toHaveURL(/\/finops\/overview/);
  await page.goto('/finops/overview?period=3-months');
  await expect(page.getByText(/n = [\d,]+ lines/)).toBeVisible();
  await expect(
    page.getByRole('slider', { name: /^Cost by month and team/ }),
  ).toBeVisible();
  expect(await seriousViolations(page)).toEqual([]);

  // From teams to systems, components and services.
  await page
    .getByRole('table', { name: 'Cost by team' })
    .getByRole('row')
    .filter({ hasText: 'page' })
    .first()
    .getByRole('link')
    .first()
    .click();
  await expect(page).toHaveURL(/scope=group/);
  await page
    .getByRole('table', { name: 'Cost by system' })
    .getByRole('row')
    .filter({ hasText: 'page' })
    .first()
    .getByRole('link')
    .first()
    .click();
  await expect(page).toHaveURL(/scope=system/);
  await page
    .getByRole('table', { name: 'Cost by component' })
    .getByRole('row')
    .filter({ hasText: 'page' })
    .first()
    .getByRole('link')
    .first()
    .click();
  await expect(page).toHaveURL(/scope=component/);
  await page
    .getByRole('table', { name: 'Cost by service' })
    .getByRole('link')
    .first()
    .click();
  await expect(page.getByText(/Only the service/)).toBeVisible();
  await page
    .getByRole('table', { name: 'Cost by resource' })
    .getByRole('link')
    .first()
    .click();
  const lines = page.getByRole('list', { name: 'Lines' });
  await lines
    .getByText(/Where it comes from/)
    .first()
    .click();
  await expect(
    lines.getByRole('list', { name: 'Who has it' }).first(),
  ).toContainText(/by rule/);
  expect(await seriousViolations(page)).toEqual([]);

  // The address reproduces all of it.
  const link = page.url();
  await page.goto('/');
  await page.goto(link);
  await expect(lines).toBeVisible();
});

test('finance closes a month, and a correction becomes an adjustment that reconciles', async ({
  page,
}) => {
  await signInAs(page, 'Finance');
  await page.goto('/finops/statements');
  // The oldest open month can be closed first; runs before this one have closed others.
  const chooseOldestOpen = async () => {
    await page.getByRole('button', { name: /Month/ }).first().click();
    await page.getByRole('option').filter({ hasText: 'Open' }).last().click();
  };
  await chooseOldestOpen();
  const total = page
    .getByRole('table', { name: 'Charged by team' })
    .getByRole('row')
    .last();
  const before = await total.innerText();
  await page.getByRole('button', { name: 'Close month' }).click();
  const dialog = page.getByRole('dialog', { name: /^Close / });
  await dialog.getByRole('button', { name: /^Close [A-Z]/ }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/Its seal is/)).toBeVisible();
  expect(await total.innerText()).toBe(before);
  // What the button said aloud while it waited is kept for some seconds after it is gone.
  await expect(page.locator('[data-live-announcer] [role="img"]')).toHaveCount(
    0,
    { timeout: 20_000 },
  );
  expect(await seriousViolations(page)).toEqual([]);

  // The provider corrects a line of that month.
  const month = new URL(page.url()).searchParams.get('month')!;
  const start = `${month}-01T00:00:00Z`;
  await page.goto('/finops/data-quality');
  await page.getByRole('button', { name: 'Upload a file' }).click();
  const upload = page.getByRole('dialog', { name: 'Upload a file of cost' });
  await upload.getByLabel(/^File/).setInputFiles({
    name: 'correction.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      [
        'BilledCost,EffectiveCost,BillingCurrency,BillingPeriodStart,ChargePeriodStart,ChargeCategory,ProviderName,ServiceName',
        `-12.34,-12.34,EUR,${start},${start},Credit,Amazon Web Services,Correction of the journey`,
      ].join('\n'),
    ),
  });
  await upload.getByLabel('Source').fill('journey');
  await upload.getByRole('button', { name: 'Upload' }).click();
  await expect(upload.getByText(/1 lines were taken/)).toBeVisible();
  await upload.getByRole('button', { name: 'Close' }).last().click();

  // The closed month stays as it is; the open one has it.
  await page.goto(`/finops/statements?month=${month}`);
  await expect(page.getByText(/Its seal is/)).toBeVisible();
  expect(await total.innerText()).toBe(before);
  await chooseOldestOpen();
  await expect(page.getByText(/takes adjustments/)).toBeVisible();
  const adjustments = total.getByRole('cell').nth(1);
  await expect(adjustments).toHaveText(/^-\D*12\.34$/);
  // What is charged is the cost of the month and what was corrected, to the cent.
  const cents = async (cell: number) =>
    Math.round(
      Number(
        (await total.getByRole('cell').nth(cell).innerText()).replaceAll(
          /[^\d.-]/g,
          '',
        ),
      ) * 100,
    );
  expect((await cents(0)) - 1234).toBe(await cents(2));
});

test('a member sees the cost of the own teams only, and is told so', async ({
  page,
}) => {
  await signInAs(page, 'Member');
  await page.goto('/finops/overview?period=3-months');
  await expect(page.getByText('You see what your teams own')).toBeVisible();
  await expect(page.getByText(/n = [\d,]+ lines/)).toBeVisible();
  await page.goto('/finops/data-quality');
  await expect(page.getByText(/You may not see/)).toBeVisible();
  expect(await seriousViolations(page)).toEqual([]);
});

test('links of messages keep what they name', async ({ page }) => {
  await signInAs(page, 'Executive');
  await page.goto('/finops?period=3-months');
  await expect(page).toHaveURL(/\/finops\/overview\?period=3-months/);

  await page.goto('/finops/anomalies?anomaly=0');
  await expect(page.getByText(/It is not there any more/)).toBeVisible();

  await page.goto('/finops/budgets');
  await expect(page.getByRole('list', { name: 'Budgets' })).toBeVisible();
});

test('the page fits a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signInAs(page, 'Executive');
  await page.goto('/finops/overview?period=12-months');
  await expect(page.getByText(/n = [\d,]+ lines/)).toBeVisible();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
});
