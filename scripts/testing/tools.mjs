import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { cacheDirectory, repositoryRoot } from '../support/paths.mjs';

/** Path of a program that a dependency brings. */
export function packageProgram(file) {
  return path.join(repositoryRoot, 'node_modules', file);
}

/** A fresh path for a machine-readable report. */
export function reportFile(name) {
  const directory = path.join(cacheDirectory, 'reports');
  fs.mkdirSync(directory, { recursive: true });
  const file = path.join(directory, name);
  fs.rmSync(file, { force: true });
  return file;
}

/**
 * Runs a Node program in the terminal.
 *
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env] - Added to the environment.
 * @returns {Promise<number>} Its exit code.
 */
export function runNode(args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: repositoryRoot,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.on('error', reject);
    child.on('close', code => resolve(code ?? 1));
  });
}

/** A result that says that a program failed before it could report anything. */
export const noReport = { passed: 0, failed: 1, skipped: 0 };

/** Adds results up. */
export function sum(results) {
  return results.reduce(
    (total, result) => ({
      passed: total.passed + result.passed,
      failed: total.failed + result.failed,
      skipped: total.skipped + result.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}
