import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, signInAs, test, type Page } from './support/portalTest';

const run = promisify(execFile);
const started = Date.now().toString(36);

/** What one template asks for beside what all ask for, and what its product cannot be without. */
type Form = {
  template: string;
  fill?: (page: Page) => Promise<void>;
  files: string[];
};

/** All but the service, whose journey is longer. */
const forms: Form[] = [
  {
    template: 'ba-api-template',
    files: ['openapi.yaml', 'src/generated/api.ts'],
  },
  { template: 'ba-database-template', files: ['migrations', 'grants.sql'] },
  {
    template: 'ba-dataset-template',
    files: ['contract.yaml', 'quality', 'schema'],
  },
  { template: 'ba-frontend-template', files: ['package.json', 'index.html'] },
  {
    template: 'ba-infrastructure-template',
    fill: page => page.getByLabel(/^Cost centre/).fill('CC-100'),
    files: ['main.tf', 'versions.tf'],
  },
  { template: 'ba-library-template', files: ['package.json', 'src'] },
  {
    template: 'ba-monitoring-template',
    fill: page => choose(page, /^Component/, 'tracking-service'),
    files: ['monitoring', 'alertmanager'],
  },
  {
    template: 'ba-pipeline-template',
    fill: page =>
      page
        .getByLabel(/^Container image/)
        .fill('registry.example.com/team/orders:1.0.0'),
    files: ['release.env', '.github/workflows'],
  },
  {
    template: 'ba-security-template',
    fill: page =>
      page
        .getByLabel(/^Repository/)
        .fill('https://git.example.com/team/orders.git'),
    files: ['SECURITY.md', '.github/workflows'],
  },
];

test.setTimeout(180_000);

for (const { template, fill, files } of forms) {
  test(`${template} goes from its form to a repository that is what the form showed`, async ({
    page,
    baseURL,
  }) => {
    const name = `${template.slice(3, -9)}-${started}`;
    await signInAs(page, 'Member');
    await page.goto(`/create/templates/default/${template}`);
    const next = page.getByRole('button', { name: /next/i });

    await page.getByLabel(/^Name/).fill(name);
    await expect(page.getByText('The name is free')).toBeVisible();
    await page.getByLabel(/^Description/).fill('Made by a journey.');
    await fill?.(page);
    await next.click();

    await choose(page, /^Owner/, 'Data Platform');
    await choose(page, /^System/, 'Pricing');
    await next.click();

    await page.getByRole('checkbox', { name: /DEV1/ }).check({ force: true });
    await next.click();

    const shown = page.getByRole('navigation', { name: 'Files' });
    await expect(shown.getByText('catalog-info.yaml')).toBeVisible({
      timeout: 60_000,
    });
    const preview = await shown.getByRole('button').allInnerTexts();
    await page.getByRole('button', { name: /review/i }).click();
    await page.getByRole('button', { name: /^create/i }).click();
    await page
      .getByRole('link', { name: 'Entry in the catalog' })
      .click({ timeout: 120_000 });
    await expect(page.getByText('Made from')).toBeVisible();

    await fs.rm(productFolder(template), { recursive: true, force: true });
    const folder = path.join(productFolder(template), name);
    const url = `${baseURL}/api/repositories/git/${name}.git`;
    await run('git', ['clone', '--quiet', url, folder]);
    for (const file of files) {
      await fs.access(path.join(folder, file));
    }
    const { stdout } = await run('git', ['-C', folder, 'ls-files']);
    const made = stdout.trim().split('\n');
    expect(made.map(file => path.basename(file)).sort()).toEqual(
      preview.map(text => text.trim()).sort(),
    );
  });
}

test('what the journeys above made passes all that the tests of templates check', async () => {
  // Projects are installed, compiled and tested, migrations are run.
  test.setTimeout(600_000);
  const made = await Promise.all(
    forms.map(async ({ template }) => {
      const [name] = await fs
        .readdir(productFolder(template))
        .catch((): string[] => []);
      expect(name, `${template} made something in this run`).toBeDefined();
      return ['--made', path.join(productFolder(template), name)];
    }),
  );
  // All at once: what takes longest is to start the catalog that judges their catalog-info.yaml.
  const { stdout } = await run(
    process.execPath,
    ['scripts/portal.mjs', 'test-templates', ...made.flat()],
    { cwd: path.resolve(__dirname, '..'), maxBuffer: 10_000_000 },
  ).catch(({ stdout: output, stderr }) => ({ stdout: `${output}${stderr}` }));
  expect(stdout).toContain(`${forms.length} passed, 0 failed`);
});

/** Where the clone of what a template made stays until it was checked, or the next run begins. */
function productFolder(template: string): string {
  return path.join(test.info().project.outputDir, 'products', template);
}

async function choose(page: Page, label: RegExp, text: string) {
  await page.getByLabel(label).fill(text);
  await page.getByRole('option').first().click();
}
