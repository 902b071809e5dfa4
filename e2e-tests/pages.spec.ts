import path from 'node:path';
import { portalPages } from './support/pages';
import { baselineOf, recordBaseline, ruleOf } from './support/axeBaseline';
import {
  expect,
  readToTheEnd,
  seriousViolations,
  signInAs,
  test,
} from './support/portalTest';

const variants = [
  {
    name: 'light',
    colorScheme: 'light',
    viewport: { width: 1440, height: 900 },
  },
  { name: 'dark', colorScheme: 'dark', viewport: { width: 1440, height: 900 } },
  {
    name: 'narrow',
    colorScheme: 'light',
    viewport: { width: 390, height: 844 },
  },
] as const;

const visitors = [...new Set(portalPages.map(({ as = 'Member' }) => as))];

const screenshots = path.resolve(__dirname, '../.cache/screenshots');

// Renewed with PORTAL_UPDATE_SCREENSHOT=1, so that a test run leaves no change behind.
const readmeScreenshot = path.resolve(__dirname, '../docs/images/home.png');

for (const { name, colorScheme, viewport } of variants) {
  test.describe(`every page, ${name}`, () => {
    test.use({ colorScheme, viewport });
    test.setTimeout(10 * 60_000);

    for (const visitor of visitors) {
      test(`shows its content, is accessible and fits the screen: ${visitor}`, async ({
        page,
      }) => {
        await signInAs(page, visitor);
        const own = portalPages.filter(({ as = 'Member' }) => as === visitor);
        for (const visited of own) {
          await test.step(visited.name, async () => {
            await page.goto(visited.path);
            await page.waitForLoadState('networkidle');
            await readToTheEnd(page);
            await expect
              .soft(
                page.getByText(visited.shows).filter({ visible: true }).first(),
                `${visited.name}: content`,
              )
              .toBeVisible();
            await page.waitForLoadState('networkidle');
            await page.screenshot({
              path: path.join(screenshots, `${visited.name}-${name}.png`),
            });

            if (
              process.env.PORTAL_UPDATE_SCREENSHOT &&
              visited.name === 'home' &&
              name === 'light'
            ) {
              await page.screenshot({ path: readmeScreenshot });
            }

            const found = await seriousViolations(page, {
              coloursOnly: name === 'dark',
            });
            if (visited.by === 'portal') {
              expect.soft(found, `${visited.name}: axe`).toEqual([]);
            } else if (process.env.PORTAL_RECORD_BASELINE) {
              recordBaseline(visited.name, name, found);
            } else {
              const known = baselineOf(visited.name, name);
              expect
                .soft(
                  found.filter(violation => !known.includes(ruleOf(violation))),
                  `${visited.name}: axe beyond the baseline`,
                )
                .toEqual([]);
            }

            const overflow = await page.evaluate(
              () => document.documentElement.scrollWidth - window.innerWidth,
            );
            expect
              .soft(overflow, `${visited.name}: wider than the screen by`)
              .toBeLessThanOrEqual(0);
          });
        }
      });
    }
  });
}
