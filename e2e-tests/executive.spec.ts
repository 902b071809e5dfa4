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
