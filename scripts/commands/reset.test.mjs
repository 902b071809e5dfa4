import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { repositoryRoot } from '../support/paths.mjs';

describe('npm run reset', () => {
  let directory;

  beforeEach(async () => {
    directory = await fs.mkdtemp(path.join(os.tmpdir(), 'portal-reset-'));
  });

  afterEach(() => fs.rm(directory, { recursive: true, force: true }));

  function reset(...args) {
    return new Promise(resolve => {
      const child = execFile(
        process.execPath,
        [path.join(repositoryRoot, 'scripts/portal.mjs'), 'reset', ...args],
        { env: { ...process.env, PORTAL_DATA_DIR: directory } },
        (error, stdout, stderr) =>
          resolve({ code: error?.code ?? 0, output: stdout + stderr }),
      );
      child.stdin.end();
    });
  }

  it('deletes what a portal made, when told so', async () => {
    await fs.writeFile(path.join(directory, 'service-token'), 'x');
    await fs.mkdir(path.join(directory, 'postgres'));
    const asked = await reset();
    assert.equal(asked.code, 1);
    assert.match(asked.output, /no terminal to ask in/);
    await fs.stat(path.join(directory, 'postgres'));

    const told = await reset('--yes');
    assert.equal(told.code, 0, told.output);
    await assert.rejects(fs.stat(directory));
  });

  it('leaves a folder alone that no portal made', async () => {
    await fs.writeFile(path.join(directory, 'thesis.txt'), 'x');
    const { code, output } = await reset('--yes');
    assert.equal(code, 1);
    assert.match(output, /no data folder of a portal.*PORTAL_DATA_DIR/);
    await fs.stat(path.join(directory, 'thesis.txt'));
  });

  it('has nothing to do where nothing is', async () => {
    await fs.rm(directory, { recursive: true });
    const { code, output } = await reset('--yes');
    assert.equal(code, 0);
    assert.match(output, /nothing to delete/);
  });
});
