import {
  expect,
  menuLink,
  seriousViolations,
  signInAs,
  test,
} from './support/portalTest';

test.setTimeout(120_000);

test('an on-call engineer sees what runs in production, and puts it onto a wall', async ({
  page,
}) => {
  await signInAs(page, 'Member');
  await menuLink(page, 'Dashboards').click();
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

test('a member copies a board, changes it by keyboard, shares and exports it, and begins with it', async ({
  page,
}) => {
  await signInAs(page, 'Member');
  await page.goto('/dashboards/default/dev1');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Copy board' }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: 'Edit DEV1 (copy)' }),
  ).toBeVisible();

  const said = page.getByRole('status').filter({ hasText: 'About DEV1' });
  const handle = page.getByRole('button', {
    name: 'Move or resize About DEV1',
  });
  await handle.focus();
  await handle.press('ArrowLeft');
  await expect(said).toHaveText(
    'About DEV1: column 3, row 1, 3 columns wide, 3 rows high',
  );
  await handle.press('Shift+ArrowDown');
  await expect(said).toHaveText(/4 rows high/);

  await page.getByRole('button', { name: 'Add widget' }).click();
  await page.getByRole('button', { name: /^Note/ }).click();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('This is needed.')).toBeVisible();
  await dialog
    .getByRole('textbox', { name: /^Text/ })
    .fill('Harbour **first**');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(
    page.getByRole('button', { name: 'Move or resize Note' }),
  ).toBeFocused();

  const title = `Harbour ${Date.now()}`;
  await page.getByRole('textbox', { name: /^Title/ }).fill(title);
  expect(await seriousViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: title }),
  ).toBeVisible();
  await expect(page.getByText('Yours, private.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Note' })).toContainText(
    'Harbour first',
  );

  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Share' }).click();
  await page.getByText('Everyone who may read boards').click();
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByText('Yours, shared with everyone.')).toBeVisible();

  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Export as YAML' }).click();
  await expect(page.getByText(/kind: Dashboard/)).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download' }).click();
  expect((await download).suggestedFilename()).toMatch(/^harbour-\d+\.yaml$/);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Begin with this board' }).click();
  await expect(page.getByText(`You begin with ${title}`)).toBeVisible();
  await page.goto('/');
  await expect(page.getByRole('region', { name: title })).toContainText(
    'Harbour first',
  );
  await page.getByRole('link', { name: 'Open this board' }).click();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(
    page.getByRole('heading', { level: 2, name: 'Environments' }),
  ).toBeVisible();
  await expect(page.getByRole('link', { name: title })).toBeHidden();
});

test('whoever looks at a board sees its history', async ({ page }) => {
  await signInAs(page, 'Executive');
  await page.goto('/dashboards/default/pcm');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'History' }).click();
  await expect(page.getByRole('list', { name: 'Versions' })).toContainText(
    'on screen',
  );
  await expect(
    page.getByRole('region', { name: /^All of version 1|changed$/ }),
  ).toContainText('kind: Dashboard');
  expect(await seriousViolations(page)).toEqual([]);
});
