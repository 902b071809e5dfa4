import {
  test as base,
  expect,
  type Locator,
  type Page,
} from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';

/** Every journey watches two things by itself: the console stays clean, and no request leaves this machine. */
export const test = base.extend<{ watched: void }>({
  watched: [
    async ({ page, baseURL }, use) => {
      const problems: string[] = [];
      const host = new URL(baseURL!).host;
      page.on('console', message => {
        // Whoever opens a document first is told that it isn't built yet; the page then has it built.
        const awaitsBuild =
          /\b404\b/.test(message.text()) &&
          /\/api\/techdocs\/(static|metadata)\//.test(message.location().url);
        // The library of the scaffolder's forms writes this beside what it shows.
        const refusesForm = message.text().startsWith('Form validation failed');
        if (message.type() === 'error' && !awaitsBuild && !refusesForm) {
          problems.push(
            `console: ${message.text()} (${
              message.location().url
            }, on ${page.url()})`,
          );
        }
      });
      page.on('pageerror', error => {
        problems.push(`exception: ${error.message} (${page.url()})`);
      });
      page.on('request', request => {
        const url = new URL(request.url());
        if (/^(https?|wss?):$/.test(url.protocol) && url.host !== host) {
          problems.push(`request to another machine: ${request.url()}`);
        }
      });
      await use();
      expect(problems).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect, type Page };

/** The people of the demo organisation whose roles can be tried, by the name of the role on the sign-in page. */
export type Role =
  | 'Reader'
  | 'Member'
  | 'Platform engineer'
  | 'Executive'
  | 'Finance'
  | 'Security'
  | 'Administrator';

/** Signs in as the demo persona of a role and waits for the home page. */
export async function signInAs(page: Page, role: Role): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: new RegExp(`^${role}`, 'i') }).click();
  await homePage(page);
}

/** Signs in as guest and waits for the home page. */
export async function signInAsGuest(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: /guest/i }).click();
  await homePage(page);
}

async function homePage(page: Page): Promise<void> {
  await expect(
    page.getByRole('heading', { level: 1, name: /^Welcome/ }),
  ).toBeVisible();
}

/** A page's place in the navigation: boards and visits on the page beside it may have the same name. */
export function menuLink(page: Page, name: string): Locator {
  return page
    .getByRole('navigation', { name: 'Main', exact: true })
    .getByRole('link', { name, exact: true });
}

/** The rules of axe that another theme can break; all others look at what stands in the page. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds on the page that is serious or critical, as short lines.
 *
 * @param options - `coloursOnly`: for a page of which all else was looked at in another theme
 */
export async function seriousViolations(
  page: Page,
  options: { coloursOnly?: boolean } = {},
): Promise<string[]> {
  await transitionsEnd(page);
  const { violations } = await new AxeBuilder({ page })
    // Our pages have no frames of other hosts: one run within the page is enough, without a second page to gather it.
    .setLegacyMode(true)
    .options({
      // What passes is not described node by node, which takes most of the time.
      resultTypes: ['violations'],
      ...(options.coloursOnly && {
        runOnly: { type: 'rule', values: rulesOfColour },
      }),
    })
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(node => `${id}: ${node.target.join(' ')}`),
    );
}

/** Waits for what is on its way to another look, such as a colour after the mouse has left; what turns for ever goes on. */
async function transitionsEnd(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(
        ({ effect, playState }) =>
          playState === 'running' &&
          Number.isFinite(effect?.getComputedTiming().endTime),
      );
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

/** Scrolls to the end and back, as a reader would: what lies far below is loaded only when somebody comes near. */
export async function readToTheEnd(page: Page): Promise<void> {
  const { width, height } = page.viewportSize()!;
  await page.mouse.move(width / 2, height / 2);
  for (let step = 0; step < 8; step += 1) {
    await page.mouse.wheel(0, height * 0.7);
    await page.waitForTimeout(80);
  }
  await page.mouse.wheel(0, -100 * height);
  // What the mouse is over looks different.
  await page.mouse.move(0, 0);
}
