import { expect, type Page, test } from '@playwright/test';
import { seriousViolations } from './support/portalTest';

/**
 * Signing in with a real OpenID provider, at a portal started with app-config.production.yaml: `npm test -- e2e` starts
 * both (see oidc/startOidcPortal.mjs) and names the portal in PORTAL_OIDC_URL.
 */
const portalUrl = process.env.PORTAL_OIDC_URL ?? '';

test.use({ baseURL: portalUrl });
test.skip(!portalUrl && !process.env.CI, 'PORTAL_OIDC_URL names no portal');

const signInButton = (page: Page) =>
  page.getByRole('button', { name: 'Sign in with single sign-on' });

/** Goes through the windows of the provider as the user of that name. */
async function signInAtProvider(page: Page, login: string): Promise<void> {
  const opened = page.waitForEvent('popup');
  await signInButton(page).click();
  const popup = await opened;
  await popup.locator('input[name=login]').fill(login);
  await popup.locator('input[name=password]').fill('any');
  await popup.getByRole('button', { name: /sign-in/i }).click();
  const closed = popup.waitForEvent('close');
  await popup.getByRole('button', { name: /continue/i }).click();
  await closed;
}

test('production offers the provider alone, and its page is accessible', async ({
  page,
  request,
}) => {
  await page.goto('/catalog');
  await expect(signInButton(page)).toBeVisible();
  await expect(page.getByRole('button')).toHaveCount(1);
  expect(await seriousViolations(page)).toEqual([]);

  for (const provider of ['guest', 'demo']) {
    const answer = await request.get(
      `/api/auth/${provider}/refresh?persona=administrator`,
    );
    expect(answer.status()).toBe(404);
  }
  const anonymous = await request.get('/api/catalog/entities/by-query');
  expect(anonymous.status()).toBe(401);
});

test('a user of the catalog signs in, stays signed in over a reload, and signs out', async ({
  page,
}) => {
  await page.goto('/catalog');
  await signInAtProvider(page, 'olga');
  const component = page.getByRole('link', { name: 'tide-tables' }).first();
  await expect(component).toBeVisible();

  await page.reload();
  await expect(component).toBeVisible();
  await expect(signInButton(page)).toHaveCount(0);

  await page.goto('/settings');
  await expect(page.getByText('Olga Strand').first()).toBeVisible();
  await page.getByTestId('user-settings-menu').click();
  await page.getByTestId('sign-out').click();
  await expect(signInButton(page)).toBeVisible();
  await page.reload();
  await expect(signInButton(page)).toBeVisible();
});

test('a user without a role signs in and sees nothing', async ({ page }) => {
  await page.goto('/');
  await signInAtProvider(page, 'nils');
  await expect(signInButton(page)).toHaveCount(0);
  const found = page.waitForResponse(/\/api\/catalog\/entities\/by-query/);
  await page.goto('/catalog');
  const { items } = await (await found).json();
  expect(items).toEqual([]);
});

test('somebody whom the catalog does not know is told so', async ({ page }) => {
  await page.goto('/');
  await signInAtProvider(page, 'stranger');
  await expect(page.getByText('You are not signed in')).toBeVisible();
  await expect(
    page.getByText(/The provider knows you, but the portal does not/),
  ).toBeVisible();
  await expect(signInButton(page)).toBeEnabled();
});
