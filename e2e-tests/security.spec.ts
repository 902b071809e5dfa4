import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { APIRequestContext, Browser, Page } from '@playwright/test';
import {
  expect,
  seriousViolations,
  signInAs,
  test,
  type Role,
} from './support/portalTest';

test.setTimeout(180_000);

const service = 'component:default/quote-service';
const tab = '/catalog/default/component/quote-service/security';

type Vulnerability = { id: string; severity: string; fixed: string };

/** Sends a report of Trivy, as a pipeline would. */
async function scan(
  request: APIRequestContext,
  vulnerabilities: Vulnerability[],
) {
  const token = await readFile(
    path.join(process.env.PORTAL_DATA_DIR ?? '.data', 'service-token'),
    'utf8',
  );
  const answer = await request.post(
    `/api/security-score/v1/reports?entityRef=${service}&scope=journey`,
    {
      headers: {
        authorization: `Bearer ${token.trim()}`,
        'content-type': 'application/json',
      },
      data: {
        SchemaVersion: 2,
        ArtifactName: 'journey',
        ArtifactType: 'repository',
        Results: [
          {
            Target: 'journey/pom.xml',
            Class: 'lang-pkgs',
            Type: 'pom',
            Vulnerabilities: vulnerabilities.map(({ id, severity, fixed }) => ({
              VulnerabilityID: id,
              PkgName: 'org.example:journey',
              InstalledVersion: '1.0.0',
              FixedVersion: fixed,
              Severity: severity,
              Title: 'Found by a journey',
            })),
          },
        ],
      },
    },
  );
  expect(answer.status()).toBe(201);
  return answer.json();
}

const worst = { id: 'CVE-2099-10001', severity: 'CRITICAL', fixed: '1.0.1' };
const other = { id: 'CVE-2099-10002', severity: 'HIGH', fixed: '2.0.0' };

async function scoreOf(page: Page): Promise<number> {
  const section = page.getByText(/^\d+(\.\d)?$/).first();
  await expect(section).toBeVisible();
  return Number(await section.innerText());
}

/** Another person, in a browser of their own. */
async function as(browser: Browser, role: Role, baseURL: string | undefined) {
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await signInAs(page, role);
  return page;
}

test('a developer sees what a fix is worth, makes it, and the score rises by that', async ({
  page,
  request,
}) => {
  await scan(request, [worst, other]);
  await signInAs(page, 'Security');
  await page.goto(tab);
  const before = await scoreOf(page);
  const finding = page
    .getByRole('list', { name: 'Findings' })
    .getByRole('listitem')
    .filter({ hasText: worst.id });
  await expect(finding).toContainText('Critical');
  const gain = Number((await finding.innerText()).match(/\+(\d+(\.\d)?)/)?.[1]);
  expect(gain).toBeGreaterThan(0);
  // Both upgrades of the package are one.
  await expect(
    page.getByRole('region', { name: 'Upgrades' }).getByRole('row').filter({
      hasText: 'org.example:journey',
    }),
  ).toContainText('2.0.0');
  expect(await seriousViolations(page)).toEqual([]);

  // The pipeline runs again, with the upgrade that fixes one of them.
  expect(await scan(request, [other])).toMatchObject({ opened: 0, closed: 1 });
  await page.reload();
  const after = await scoreOf(page);
  expect(after - before).toBeCloseTo(gain, 1);

  expect(await scan(request, [])).toMatchObject({ closed: 1 });
});

test('a member triages a finding of the own team, and asks for an exception that a security officer approves', async ({
  page,
  browser,
  baseURL,
}) => {
  await signInAs(page, 'Member');
  await page.goto('/security/findings?order=oldest');
  const list = page.getByRole('list', { name: 'Findings' });
  const finding = list.getByRole('listitem').last();
  await expect(finding).toBeVisible();
  const name = (await finding.getByRole('button').innerText()).split(':')[0];
  await finding.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Triage' }).click();
  const triage = page.getByRole('dialog', { name: /^Triage/ });
  await triage.getByRole('button', { name: 'Save' }).click();
  await expect(triage).toBeHidden();
  await expect(list).toContainText('confirmed');

  await list
    .getByRole('listitem')
    .filter({ hasText: 'confirmed' })
    .last()
    .getByRole('checkbox')
    .check();
  await page.getByRole('button', { name: 'Propose an exception' }).click();
  const proposal = page.getByRole('dialog', { name: 'Propose an exception' });
  const reason = `The journey of ${Date.now()} needs it`;
  await proposal.getByLabel('Reason').fill(reason);
  // What the button said aloud while it waited is kept for some seconds after it is gone.
  await expect(page.locator('[data-live-announcer] [role="img"]')).toHaveCount(
    0,
    { timeout: 20_000 },
  );
  expect(await seriousViolations(page)).toEqual([]);
  await proposal.getByRole('button', { name: 'Propose' }).click();
  await expect(proposal).toBeHidden();

  const officer = await as(browser, 'Security', baseURL);
  await officer.goto('/security/exceptions?state=proposed');
  const exception = officer
    .getByRole('list', { name: 'Exceptions' })
    .getByRole('listitem')
    .filter({ hasText: reason });
  await expect(exception).toContainText(name);
  await exception.getByRole('button', { name: 'Approve' }).click();
  await officer
    .getByRole('dialog')
    .getByRole('button', { name: 'Approve' })
    .click();
  await expect(exception).toHaveCount(0);
  await officer.context().close();

  await page.goto('/security/findings?state=accepted');
  await expect(
    list.getByRole('listitem').filter({ hasText: name }).first(),
  ).toContainText('Accepted');

  // Who asked takes it back, and it counts again.
  await page.goto('/security/exceptions?state=approved');
  const own = page
    .getByRole('list', { name: 'Exceptions' })
    .getByRole('listitem')
    .filter({ hasText: reason });
  await own.getByRole('button', { name: 'Withdraw' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Withdraw' })
    .click();
  await expect(own).toHaveCount(0);
});

test('a security officer asks where a package is, and keeps filters', async ({
  page,
}) => {
  await signInAs(page, 'Security');
  await page.goto('/security/affected');
  await page.getByLabel('Vulnerability or package').fill('log4j-core');
  await page.getByLabel('Versions (of a package)').fill('<2.17.1');
  await page.getByRole('button', { name: 'Where are we affected?' }).click();
  await expect(page).toHaveURL(/q=log4j-core/);
  await expect(page.getByText(/services? (is|are) affected/)).toBeVisible();
  await expect(page.getByText(/have no inventory/)).toBeVisible();

  await page.goto('/security/findings?severity=critical&overdue=true');
  await expect(page.getByText(/[\d,]+ found/)).toBeVisible();
  await page.getByRole('button', { name: 'My filters' }).click();
  await page.getByRole('menuitem', { name: 'Keep these filters' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Late and grave');
  await page.getByRole('dialog').getByRole('button', { name: 'Keep' }).click();
  await page.goto('/security/findings');
  await page.getByRole('button', { name: 'My filters' }).click();
  await page
    .getByRole('menuitem', { name: 'Late and grave', exact: true })
    .click();
  await expect(page).toHaveURL(/severity=critical/);
  await expect(page).toHaveURL(/overdue=true/);
});

test('an executive sees scores, and no findings', async ({ page }) => {
  await signInAs(page, 'Executive');
  await page.goto('/security/overview');
  await expect(page.getByText(/of \d+ services have a score/)).toBeVisible();
  await page.goto('/security/findings');
  await expect(
    page.getByText(/security-score\.finding\.read/).first(),
  ).toBeVisible();
});
