const TURNS = 12;

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
    const choose = page.getByRole('button', { name: 'Choose Service' });
    await untilListed(page, choose);
    await page.waitForLoadState('networkidle');
    const startedAt = performance.now();
    await choose.click();
    await page.getByLabel(/^Name/).waitFor();
    return performance.now() - startedAt;
  } finally {
    await context.close();
  }
}

/**
 * A portal that has just begun takes its people and templates in by and by: until its catalog knows the member nobody signs in as
 * them, and the list does not look again by itself.
 */
async function untilListed(page, choose) {
  const signIn = page.getByRole('button', { name: /^member/i });
  for (let turn = 0; turn < TURNS; turn++) {
    try {
      await signIn.or(choose).first().waitFor();
      if (await signIn.isVisible()) {
        await signIn.click();
      }
      await choose.waitFor({ timeout: 10_000 });
      return;
    } catch {
      await page.reload();
    }
  }
  await choose.waitFor();
}
