import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { repositoryRoot } from '../support/paths.mjs';

/** Milliseconds; a test that waits for what never comes fails instead of holding everything up. */
const longestTest = 5 * 60_000;

/**
 * Runs the tests of the scripts, which Node's own runner executes.
 *
 * @param {(file: string) => boolean} filter - Takes a path below the repository.
 * @param {NodeJS.ProcessEnv} [env] - Added to the environment.
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 */
export async function runNodeTests(filter, env = {}) {
  const files = (
    await fs.readdir(path.join(repositoryRoot, 'scripts'), { recursive: true })
  )
    .filter(name => name.endsWith('.test.mjs'))
    .map(name => path.join('scripts', name))
    .filter(filter);
  if (!files.length) {
    return { passed: 0, failed: 0, skipped: 0 };
  }
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [
        '--test',
        '--test-reporter=spec',
        `--test-timeout=${longestTest}`,
        ...files,
      ],
      {
        cwd: repositoryRoot,
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, ...env },
      },
    );
    let output = '';
    child.stdout.on('data', chunk => {
      process.stdout.write(chunk);
      output += chunk;
    });
    child.on('error', reject);
    child.on('close', code => {
      const count = word =>
        Number(output.match(new RegExp(`ℹ ${word} (\\d+)`))?.[1] ?? 0);
      const failed = count('fail') + count('cancelled');
      resolve({
        passed: count('pass'),
        failed: failed || (code === 0 ? 0 : 1),
        skipped: count('skipped') + count('todo'),
      });
    });
  });
}
