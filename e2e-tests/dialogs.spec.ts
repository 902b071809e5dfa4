import {
  expect,
  seriousViolations,
  signInAs,
  test,
} from './support/portalTest';

type Dialog = {
  path: string;
  /** The first button of this name opens it. */
  button: string | RegExp;
  title: RegExp;
};

const portfolio = '/executive';

/** Every dialog that a page opens by itself; those that need something to be chosen first are in the journeys. */
const dialogs: Dialog[] = [
  {
    path: `${portfolio}/portfolio`,
    button: /^Part of the org/,
    title: /^Which part/,
  },
  {
    path: `${portfolio}/investment`,
    button: 'New initiative',
    title: /^New init/,
  },
  {
    path: `${portfolio}/investment`,
    button: /^Write status/,
    title: /^Status of/,
  },
  { path: `${portfolio}/investment`, button: 'New rate', title: /^New rate/ },
  { path: `${portfolio}/goals`, button: 'New goal', title: /^New goal/ },
  {
    path: `${portfolio}/debt`,
    button: 'Write down debt',
    title: /^Write down/,
  },
  { path: `${portfolio}/debt`, button: /^Estimate/, title: /^Change/ },
  {
    path: `${portfolio}/returns`,
    button: /^Declare the value/,
    title: /^Value of/,
  },
  { path: `${portfolio}/returns`, button: /^Decide on/, title: /./ },
  { path: `${portfolio}/reports`, button: 'New pack', title: /./ },
  { path: `${portfolio}/formula`, button: 'Change', title: /./ },
  {
    path: `${portfolio}/formula`,
    button: 'New exemption',
    title: /^New exempt/,
  },
  { path: '/finops/budgets', button: 'New budget', title: /./ },
  { path: '/finops/anomalies', button: /^Acknowledge/, title: /./ },
  { path: '/finops/data-quality', button: 'Upload a file', title: /./ },
  { path: '/security/reports', button: 'Upload a report', title: /./ },
  { path: '/webhooks', button: /^Set up/, title: /./ },
  {
    path: '/catalog/default/component/tracking-service/health',
    button: 'Plan maintenance',
    title: /^Plan/,
  },
];

test.setTimeout(5 * 60_000);

test('every dialog opens, is accessible, fits a phone, and is closed by Escape', async ({
  page,
}) => {
  await signInAs(page, 'Administrator');
  let shown = '';
  for (const { path, button, title } of dialogs) {
    await test.step(`${path}: ${button}`, async () => {
      if (path !== shown) {
        await page.goto(path);
        shown = path;
      }
      await page
        .getByRole('button', {
          name: button,
          exact: typeof button === 'string',
        })
        .first()
        .click();
      const dialog = page.getByRole('dialog');
      await expect(
        dialog.getByRole('heading', { name: title }).first(),
      ).toBeVisible();
      expect
        .soft(await seriousViolations(page), `${path}, ${button}`)
        .toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      const box = await dialog.boundingBox();
      expect
        .soft(box && box.x >= 0 && box.x + box.width <= 390, 'fits')
        .toBe(true);
      await page.setViewportSize({ width: 1280, height: 720 });
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    });
  }
});
