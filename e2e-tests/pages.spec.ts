import path from 'node:path';
import type { Page } from '@playwright/test';
import { portalPages, type PortalPage } from './support/pages';
import { baselineOf, recordBaseline, ruleOf } from './support/axeBaseline';
import {
  expect,
  readToTheEnd,
  seriousViolations,
  signInAs,
  test,
} from './support/portalTest';

const narrow = { width: 390, height: 844 };
const wide = { width: 1440, height: 900 };

/** How each page is looked at, one after the other without loading it again: as a phone that becomes a desktop would show it. */
const looks = [
  { name: 'narrow', colorScheme: 'light', viewport: narrow },
  { name: 'light', colorScheme: 'light', viewport: wide },
  { name: 'dark', colorScheme: 'dark', viewport: wide },
] as const;

type Look = (typeof looks)[number];

const visitors = [...new Set(portalPages.map(({ as = 'Member' }) => as))];

const screenshots = path.resolve(__dirname, '../.cache/screenshots');

// Renewed with PORTAL_UPDATE_SCREENSHOT=1, so that a test run leaves no change behind.
const readmeScreenshot = path.resolve(__dirname, '../docs/images/home.png');

test.describe('every page, at 390 pixels, in light and in dark', () => {
  test.use({ colorScheme: looks[0].colorScheme, viewport: narrow });
  test.setTimeout(20 * 60_000);

  for (const visitor of visitors) {
    test(`shows its content, is accessible and fits the screen: ${visitor}`, async ({
      page,
    }) => {
      await signInAs(page, visitor);
      const own = portalPages.filter(({ as = 'Member' }) => as === visitor);
      for (const visited of own) {
        await test.step(visited.name, async () => {
          await page.setViewportSize(looks[0].viewport);
          await page.emulateMedia({ colorScheme: looks[0].colorScheme });
          await page.goto(visited.path);
          for (const look of looks) {
            await lookAt(page, visited, look);
          }
        });
      }
    });
  }
});

async function lookAt(page: Page, visited: PortalPage, look: Look) {
  const at = `${visited.name}, ${look.name}`;
  await page.setViewportSize(look.viewport);
  await page.emulateMedia({ colorScheme: look.colorScheme });
  await page.waitForLoadState('networkidle');
  if (look.name !== 'dark') {
    await readToTheEnd(page);
  }
  await expect
    .soft(
      page.getByText(visited.shows).filter({ visible: true }).first(),
      `${at}: content`,
    )
    .toBeVisible();
  await page.waitForLoadState('networkidle');
  await page.screenshot({
    path: path.join(screenshots, `${visited.name}-${look.name}.png`),
  });
  if (
    process.env.PORTAL_UPDATE_SCREENSHOT &&
    visited.name === 'home' &&
    look.name === 'light'
  ) {
    await page.screenshot({ path: readmeScreenshot });
  }

  const found = await seriousViolations(page, {
    coloursOnly: look.name === 'dark',
  });
  if (visited.by === 'upstream' && process.env.PORTAL_RECORD_BASELINE) {
    recordBaseline(visited.name, look.name, found);
  } else {
    const known =
      visited.by === 'upstream' ? baselineOf(visited.name, look.name) : [];
    expect
      .soft(
        found.filter(violation => !known.includes(ruleOf(violation))),
        `${at}: axe, beyond what is known of upstream`,
      )
      .toEqual([]);
  }

  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
  expect
    .soft(overflow, `${at}: wider than the screen by`)
    .toBeLessThanOrEqual(0);
}
