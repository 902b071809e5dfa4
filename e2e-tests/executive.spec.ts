import { expect, signInAs, test } from './support/portalTest';

test.use({ viewport: { width: 390, height: 844 } });

test('an executive reads the figures on a phone and gets to their meaning in one step', async ({
  page,
}) => {
  await signInAs(page, 'Executive');
  await expect(page.getByText('Deployment frequency').first()).toBeVisible();
  await page.goto('/catalog/default/component/tracking-service/delivery');
  await expect(page.getByText('Change fail rate').first()).toBeVisible();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
});

test.describe('the portfolio', () => {
  test.use({ viewport: { width: 1440, height: 900 } });
  test.setTimeout(180_000);

  test('leads an executive from the whole to the proof in three clicks, and takes it along', async ({
    page,
  }) => {
    await signInAs(page, 'Executive');
    await page.goto('/executive/portfolio');
    const sentence = page.getByText(
      /of what is expected of \d+ services is met/,
    );
    await expect(async () => {
      await page.reload();
      await expect(sentence).toBeVisible({ timeout: 10_000 });
    }).toPass({ timeout: 120_000 });

    // A department, its pillar, the services that stand there: with what was compared.
    await page
      .getByRole('link', { name: 'Network Operations', exact: true })
      .click();
    await expect(
      page.getByText(/^Network Operations: .* is met\.$/),
    ).toBeVisible();
    await page
      .getByRole('region', { name: 'Health', exact: true })
      .getByRole('link', { name: 'Delivery', exact: true })
      .click();
    await expect(
      page.getByRole('heading', { name: 'Services: Delivery' }),
    ).toBeVisible();
    const table = page.getByRole('table', { name: 'Services' });
    await expect(
      table.getByText(/Deployment frequency: .* expected/).first(),
    ).toBeVisible();
    await expect(table.getByRole('link').first()).toHaveAttribute(
      'href',
      /\/catalog\/default\/component\//,
    );

    // The file says what the page says.
    const overall = await page
      .getByRole('row', { name: /^Network Operations/ })
      .getByRole('cell')
      .nth(1)
      .innerText();
    await page.getByRole('button', { name: 'Take along' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'CSV' }).click(),
    ]);
    const stream = await download.createReadStream();
    let csv = '';
    for await (const chunk of stream) {
      csv += chunk;
    }
    expect(csv).toContain(
      `Network Operations,23,${/[\d.]+%/.exec(overall)?.[0]}`,
    );

    await page.getByRole('button', { name: 'Take along' }).click();
    const [pdf] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'PDF' }).click(),
    ]);
    const [first] = await (await pdf.createReadStream()).take(1).toArray();
    expect(String(first).slice(0, 5)).toBe('%PDF-');

    // What is kept is shown again as it was.
    await page.getByRole('button', { name: 'Take along' }).click();
    await page.getByRole('menuitem', { name: 'Keep what is shown' }).click();
    await expect(
      page.frameLocator('iframe').getByText('Part by part'),
    ).toBeVisible();
  });

  test('answers the questions of an executive with evidence', async ({
    page,
  }) => {
    await signInAs(page, 'Executive');
    await page.goto('/executive/questions');
    for (const question of [
      'Which teams are below what is expected of them?',
      'Who improved or declined most?',
      'How do we compare with the industry?',
      'What needs a decision?',
    ]) {
      await expect(page.getByRole('heading', { name: question })).toBeVisible();
    }
  });

  test('says where the money goes, what is owed and what services return, and keeps what is decided', async ({
    page,
  }) => {
    await signInAs(page, 'Executive');
    await page.goto('/executive/investment');
    const name = `Fewer depots ${Date.now()}`;
    await page.getByRole('button', { name: 'New initiative' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByLabel('Sponsor').fill('group:default/network-operations');
    await dialog.getByLabel('Teams').fill('group:default/hub-automation 25%');
    await dialog.getByLabel('First day').fill('2026-01-01');
    await dialog.getByLabel('Day it ends').fill('2099-01-01');
    await dialog.getByLabel('Budget').fill('much');
    await dialog.getByRole('button', { name: 'Create initiative' }).click();
    await expect(dialog.getByRole('alert')).toContainText(
      'The budget is "much"',
    );
    await dialog.getByLabel('Budget').fill('250000');
    await dialog.getByRole('button', { name: 'Create initiative' }).click();
    const item = page.getByRole('listitem').filter({ hasText: name });
    await expect(item).toContainText('of the budget');
    await item.getByRole('button', { name: `Write status of ${name}` }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('Two are closed.');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: 'Write status' })
      .click();
    await expect(item).toContainText('Two are closed.');

    await page
      .getByRole('tab', { name: 'Debt' })
      .or(page.getByRole('link', { name: 'Debt', exact: true }))
      .first()
      .click();
    await expect(
      page.getByText('Sorter control runs on one machine').first(),
    ).toBeVisible();
    await expect(
      page.getByRole('region', { name: 'End of support' }),
    ).toBeVisible();

    await page.goto('/executive/returns?node=group:default/booking');
    await page.getByRole('button', { name: 'Decide on label-printer' }).click();
    await page
      .getByRole('dialog')
      .getByRole('textbox')
      .fill('A supplier does it for less.');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: 'Record the decision' })
      .click();
    await expect(
      page.getByRole('row', { name: /label-printer/ }),
    ).toContainText('A supplier does it for less.');
  });

  test('sets a goal from where the figure is today, and puts it on a wall', async ({
    page,
  }) => {
    await signInAs(page, 'Executive');
    await page.goto('/executive/goals?node=group:default/booking');
    const name = `Booking delivers more ${Date.now()}`;
    await page.getByRole('button', { name: 'New goal' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByRole('button', { name: 'Set goal' }).click();
    await expect(dialog.getByRole('alert')).toContainText('Choose the figure');
    await dialog
      .getByRole('button', { name: /Figure that should change/ })
      .click();
    await page
      .getByRole('option', { name: 'Deployment frequency', exact: true })
      .click();
    await dialog.getByLabel(/^Target/).fill('100000');
    await dialog.getByLabel('Until').fill('2099-12-31');
    await dialog.getByRole('button', { name: 'Set goal' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('heading', { name })).toBeVisible();
    await expect(
      page.getByText(/^0\.0% of the way, 0\.0% of the time$/),
    ).toBeVisible();

    await page.getByRole('button', { name: 'Take along' }).click();
    await page.getByRole('menuitem', { name: 'Show on a wall' }).click();
    const wall = page.getByRole('region', { name: /Goals on a wall$/ });
    await expect(wall.getByRole('heading', { name })).toBeVisible();
    await wall.getByRole('button', { name: 'Next page' }).click();
    await expect(
      page.getByRole('region', { name: /Debt on a wall$/ }),
    ).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL(/executive\/debt\?node=/);
  });

  test('shows a member the own team, and nothing of the rest', async ({
    page,
  }) => {
    await signInAs(page, 'Member');
    await page.goto('/executive/portfolio');
    await expect(page.getByText(/what is expected of/).first()).toBeVisible();
    // Another part is not found by its name, and its words are on no page.
    await page
      .getByRole('button', { name: /^Part of the organisation/ })
      .click();
    await page.getByRole('searchbox').fill('Network Operations');
    await expect(page.getByText('Nothing is called that.')).toBeVisible();
  });
});
