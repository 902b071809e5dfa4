/**
 * Signs in with nothing in the cache, opens the list of templates, and takes the time from the choice of a template until its first
 * field can be filled.
 *
 * @returns {Promise<number>} Milliseconds.
 */
export async function measureForm(browser, url) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
  });
  try {
    const page = await context.newPage();
    await page.goto(`${url}/create`);
    await page.getByRole('button', { name: /^member/i }).click();
    const choose = page.getByRole('button', { name: 'Choose Service' });
    await choose.waitFor();
    await page.waitForLoadState('networkidle');
    const startedAt = performance.now();
    await choose.click();
    await page.getByLabel(/^Name/).waitFor();
    return performance.now() - startedAt;
  } finally {
    await context.close();
  }
}
