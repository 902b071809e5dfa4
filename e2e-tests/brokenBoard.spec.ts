import fs from 'node:fs';
import path from 'node:path';
import type { APIRequestContext } from '@playwright/test';
import {
  expect,
  seriousViolations,
  signInAs,
  test,
} from './support/portalTest';

test.setTimeout(180_000);

const file = path.join(process.env.PORTAL_TEAM_DIR ?? '.data', 'harbour.yaml');

/** Changes the file of the team's board, and has it read as the webhook of a merge does. */
async function merge(
  request: APIRequestContext,
  change: (text: string) => string,
) {
  fs.writeFileSync(file, change(fs.readFileSync(file, 'utf8')));
  const dataDirectory = process.env.PORTAL_DATA_DIR ?? '.data';
  const token = fs
    .readFileSync(path.join(dataDirectory, 'service-token'), 'utf8')
    .trim();
  const answer = await request.post('/api/catalog/refresh', {
    headers: { Authorization: `Bearer ${token}` },
    data: { entityRef: 'dashboard:default/harbour' },
  });
  expect(answer.status()).toBe(200);
}

test('a board whose file was broken stays on screen as it was, and says to its readers what is wrong', async ({
  page,
  request,
}) => {
  const good = fs.readFileSync(file, 'utf8');
  await signInAs(page, 'Member');
  await page.goto('/dashboards/default/harbour');
  const tile = page.getByRole('region', { name: 'What we do' });
  await expect(tile).toContainText('We move boxes.');

  await merge(request, text =>
    text.replace('MarkdownWidget', 'MarkdwonWidget').replace('boxes', 'bricks'),
  );
  // Whoever looks at it does not have to do anything.
  const banner = page.getByText(
    /The newest version of this dashboard is broken/,
  );
  await expect(banner).toBeVisible({ timeout: 60_000 });
  const told = page.getByText(/harbour\.yaml.*spec\.tiles\[0\]\.widget/);
  await expect(told).toContainText('MarkdwonWidget');
  await expect(told).toContainText('Did you mean MarkdownWidget?');
  await expect(told).toContainText('Platform Engineering keeps it');
  await expect(tile).toContainText('We move boxes.');
  expect(await seriousViolations(page)).toEqual([]);

  // It is not even YAML.
  await merge(request, () => 'kind: Dashboard\n  metadata: [');
  await expect(tile).toContainText('We move boxes.');
  await page.reload();
  await expect(tile).toContainText('We move boxes.');
  await expect(banner).toBeVisible();

  await merge(request, () => good.replace('boxes', 'ships'));
  await expect(tile).toContainText('We move ships.', { timeout: 60_000 });
  await expect(banner).toBeHidden();
});
