import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';

jest.setTimeout(240_000);

const root = path.resolve(__dirname, '../../..');
const fixtures = path.resolve(__dirname, '../fixtures');
const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

// As a process of its own, as people run it.
async function run(
  ...args: string[]
): Promise<{ code: number; output: string }> {
  const knex = await databases.init('POSTGRES_18');
  const { host, port, user, password, database } =
    knex.client.config.connection;
  return new Promise(resolve =>
    execFile(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        path.join(__dirname, 'cli.ts'),
        ...args,
      ],
      {
        cwd: root,
        env: {
          ...process.env,
          NODE_OPTIONS: '',
          TEMPLATE_TESTS_DATABASE: `postgresql://${user}:${password}@${host}:${port}/${database}`,
        },
      },
      (error, stdout, stderr) =>
        resolve({ code: error ? 1 : 0, output: stdout + stderr }),
    ),
  );
}

describe('test:templates', () => {
  it('passes what is sound', async () => {
    const { code, output } = await run(
      '--templates',
      path.join(fixtures, 'sound'),
    );
    expect(output).toContain('9 passed, 0 failed');
    expect(code).toBe(0);
  });

  it('catches what is broken', async () => {
    const { code, output } = await run(
      '--templates',
      path.join(fixtures, 'broken'),
    );
    expect(code).toBe(1);
    expect(output).toContain('1 passed, 4 failed');
    for (const said of [
      'pipeline.yml:9: job "deploy" needs job "biuld" which does not exist',
      "README.md:3: '${{ values.owner }}' was not rendered",
      'catalog-info.yaml:8: owner is team:default/nobody, which the catalog does not know',
      "the check 'terraform' found no file to look at",
      'main.tf:10: aws_s3_bucket.files is not encrypted',
      'main.tf:10: aws_s3_bucket.files may become public',
      'check.sh: line 4: syntax error',
      'Step "fetch" would run without the approval that step "approval" asks for; give it "if: ${{ steps.approval.output.granted }}" [approval]',
      'The condition of step "publish" may hold without the approval',
      '-  tags   = { owner = "travel" }',
    ]) {
      expect(output).toContain(said);
    }
  });

  it('keeps hostile templates in their workspace', async () => {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'hostile-'));
    try {
      await fs.cp(path.join(fixtures, 'hostile'), folder, { recursive: true });
      // A link is made here: a checkout may not hold one.
      const linked = path.join(folder, 'links-out');
      await fs.cp(path.join(fixtures, 'sound/hello'), linked, {
        recursive: true,
      });
      await fs.symlink('/etc/hostname', path.join(linked, 'skeleton/host'));
      const { output } = await run('--templates', folder);
      expect(output).toContain('A target outside of the workspace');
      expect(output).toContain('skeleton/host is a symbolic link');
      expect(output).toContain('3 passed, 8 failed');
      const host = await fs.readFile('/etc/hostname', 'utf8');
      expect(output).not.toContain(`host: ${host}`);
    } finally {
      await fs.rm(folder, { recursive: true, force: true });
    }
  });

  it('checks what was made elsewhere, such as a clone', async () => {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'made-'));
    const [sound, broken] = ['example-dataset', 'broken-dataset'].map(name =>
      path.join(folder, name),
    );
    try {
      const golden = path.join(
        root,
        'templates/ba-dataset-template/tests/golden',
      );
      const [made] = await fs.readdir(golden);
      for (const copy of [sound, broken]) {
        await fs.cp(path.join(golden, made), copy, { recursive: true });
        // What Git keeps was not made by a template.
        await fs.mkdir(path.join(copy, '.git'));
        await fs.writeFile(path.join(copy, '.git/broken.json'), '{');
      }
      await fs.appendFile(
        path.join(broken, 'README.md'),
        '\n${{ values.owner }}\n',
      );
      const { code, output } = await run('--made', sound, '--made', broken);
      expect(output).toContain('✔ example-dataset (');
      expect(output).toContain('✖ broken-dataset (');
      expect(output).toMatch(/README\.md:\d+: '.*' was not rendered/);
      expect(output).not.toContain('broken.json');
      expect(output).toContain('1 passed, 1 failed');
      expect(code).toBe(1);
    } finally {
      await fs.rm(folder, { recursive: true, force: true });
    }
  });
});
