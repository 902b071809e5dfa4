import {
  expect,
  seriousViolations,
  signInAs,
  test,
} from './support/portalTest';

test.setTimeout(120_000);

test('an on-call engineer sees what runs in production, and puts it onto a wall', async ({
  page,
}) => {
  await signInAs(page, 'Member');
  await page.getByRole('link', { name: 'Dashboards' }).click();
  await page.getByRole('link', { name: /^PROD1/ }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: 'PROD1' }),
  ).toBeVisible();

  await expect(
    page.getByRole('heading', { level: 3, name: 'Availability', exact: true }),
  ).toBeVisible();
  const care = page.getByRole('region', { name: 'Metrics compared' });
  await expect(
    care.getByRole('columnheader', { name: 'Availability' }),
  ).toHaveAttribute('aria-sort', 'ascending');
  const matrix = page.getByRole('region', { name: 'What runs where' });
  await expect(
    matrix.getByRole('row', { name: /account-service/ }),
  ).toBeVisible();
  await expect(matrix.getByText(/^(Up|Degraded|Down)$/).first()).toBeVisible();
  // Production is all that this board shows.
  await expect(matrix.getByRole('columnheader')).toHaveText([
    'Service',
    /^PROD1/,
  ]);
  await page.getByRole('radio', { name: '90 days' }).click();
  await expect(page).toHaveURL(/period=90/);
  await expect(page.getByText('last 90 days').first()).toBeVisible();
  expect(await seriousViolations(page)).toEqual([]);

  await page.getByRole('link', { name: 'Wall' }).click();
  const wall = page.getByRole('region', { name: 'PROD1 on a wall' });
  await expect(wall.getByText('Who is at work')).toBeVisible();
  await wall.getByRole('button', { name: 'Next board' }).click();
  await expect(
    page.getByRole('region', { name: 'SIT1 on a wall' }),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(
    page.getByRole('heading', { level: 1, name: 'SIT1' }),
  ).toBeVisible();
});

test('a developer finds what is behind, and the service that it is about', async ({
  page,
}) => {
  await signInAs(page, 'Member');
  await page.goto('/dora/environments');
  const matrix = page.getByRole('region', { name: 'What runs where' });
  await expect(matrix.getByRole('columnheader')).toHaveText([
    'Service',
    'DEV1',
    'SIT1',
    'UAT1',
    'PCM',
    /^PROD1/,
  ]);
  await page.getByText('Only what is behind').click();
  await expect(matrix.getByText(/\d+ behind since/).first()).toBeVisible();
  await matrix.getByRole('rowheader').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/catalog\/default\/component\/.*\/delivery/);
});
