import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { APIRequestContext } from '@playwright/test';
import {
  expect,
  seriousViolations,
  signInAs,
  test,
} from './support/portalTest';

const run = promisify(execFile);
const dataDirectory = process.env.PORTAL_DATA_DIR ?? '.data';
const templateFolder = path.join(
  process.env.PORTAL_TEAM_DIR ?? '.data',
  'templates/harbour-service',
);

/** Changes the team's template and raises its version, and has it read as the webhook of a merge does. */
async function release(
  request: APIRequestContext,
  changes: Record<string, (text: string) => string>,
) {
  for (const [name, change] of Object.entries(changes)) {
    const file = path.join(templateFolder, name);
    await fs.writeFile(file, change(await fs.readFile(file, 'utf8')));
  }
  const token = await fs.readFile(
    path.join(dataDirectory, 'service-token'),
    'utf8',
  );
  const answer = await request.post('/api/catalog/refresh', {
    headers: { Authorization: `Bearer ${token.trim()}` },
    data: { entityRef: 'template:default/harbour-service' },
  });
  expect(answer.status()).toBe(200);
}

/** What a developer who works on the portal's machine pushes. */
async function push(name: string, change: (text: string) => string) {
  const clone = await fs.mkdtemp(path.join(os.tmpdir(), 'portal-push-'));
  const git = (...args: string[]) =>
    run('git', [
      '-C',
      clone,
      '-c',
      'user.name=D',
      '-c',
      'user.email=d@x',
      ...args,
    ]);
  try {
    const repository = path.join(dataDirectory, 'repositories', `${name}.git`);
    await run('git', ['clone', '--quiet', repository, clone]);
    const file = path.join(clone, 'README.md');
    await fs.writeFile(file, change(await fs.readFile(file, 'utf8')));
    await git('commit', '--quiet', '--all', '--message', 'Say who is on call');
    await git('push', '--quiet', 'origin', 'HEAD:main');
  } finally {
    await fs.rm(clone, { recursive: true, force: true });
  }
}

test('who owns a service brings it to the version of its template that is out, and keeps what was done since', async ({
  page,
  request,
}) => {
  test.setTimeout(300_000);
  const name = `harbour-${Date.now().toString(36)}`;
  const before = new Map<string, string>();
  for (const file of ['template.yaml', 'skeleton/README.md']) {
    before.set(
      file,
      await fs.readFile(path.join(templateFolder, file), 'utf8'),
    );
  }
  await signInAs(page, 'Member');
  await page.goto('/create/templates/default/harbour-service');
  await page.getByLabel(/^Name/).fill(name);
  await expect(page.getByText('The name is free')).toBeVisible();
  const owner = page.getByRole('textbox', { name: /^Owner/ });
  await owner.fill('Data Platform');
  const options = page.getByRole('option');
  await expect(options.first()).toBeVisible();
  // A group that carries a role of the portal owns nothing.
  await owner.fill('Portal members');
  await expect(options).toHaveCount(0);
  await owner.fill('Data Platform');
  await options.first().click();
  await page.getByRole('button', { name: /review/i }).click();
  await page.getByRole('button', { name: /^create/i }).click();
  const entry = page.getByRole('link', { name: 'Entry in the catalog' });
  await expect(entry).toBeVisible({ timeout: 120_000 });

  await push(name, text => text.replace('Nobody is', 'Ada is'));
  try {
    await release(request, {
      'template.yaml': text =>
        text
          .replace("template-version: '3'", "template-version: '5'")
          .replace('[name, owner]', '[name, owner, quay]')
          .replace(
            '        owner:\n',
            '        quay:\n          title: Quay\n          type: string\n          enum: [north, south]\n        owner:\n',
          ),
      'skeleton/README.md': text =>
        text.replace('First crane.', 'Crane of the ${{ values.quay }} quay.'),
    });

    await entry.click();
    const propose = page.getByRole('button', { name: 'Propose the upgrade' });
    // The portal reads what was run, and the catalog what was merged, now and then.
    await expect(async () => {
      await page.reload();
      await expect(page.getByText('v5 is out')).toBeVisible({
        timeout: 15_000,
      });
    }).toPass({ timeout: 120_000 });
    await propose.click();
    await expect(
      page.getByText('v5 does not accept what was filled in then'),
    ).toBeVisible();
    await page.getByLabel(/^Quay/).click();
    await page.getByRole('option', { name: 'south' }).click();
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('button', { name: /review/i }).click();
    await page.getByRole('button', { name: 'Propose with this' }).click();
    const branch = page.getByRole('link', {
      name: 'template/harbour-service-v5',
    });
    await expect(page.getByText(/main was not touched/)).toBeVisible();
    await branch.click();

    await page.getByRole('link', { name: /README\.md/ }).click();
    const file = page.getByLabel('README.md', { exact: true });
    await expect(file).toContainText('Crane of the south quay.');
    await expect(file).toContainText('Ada is on call.');
    await page.goto(`/repositories/${name}/blob/main/README.md`);
    await expect(file).toContainText('First crane.');
  } finally {
    for (const [changed, text] of before) {
      await release(request, { [changed]: () => text });
    }
  }
});
