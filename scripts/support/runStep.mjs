import { spawn } from 'node:child_process';
import { repositoryRoot } from './paths.mjs';

const TICK_MS = 10_000;
const KEPT_OUTPUT = 200_000;

/**
 * Runs a program quietly and shows that it is alive: a line when it begins, its age every ten seconds, and a line when it
 * is done. The output is kept and shown only when it fails.
 *
 * @param {string} title - What happens, for the person who waits.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function runStep(title, command, args, options = {}) {
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  console.log(`${title} ...`);
  const ticker = setInterval(
    () => console.log(`${title} ... ${seconds()} s`),
    TICK_MS,
  );
  try {
    const result = await runQuietly(command, args, options);
    if (result.code === 0) {
      console.log(`${title}: done in ${seconds()} s`);
    }
    return result;
  } finally {
    clearInterval(ticker);
  }
}

/**
 * Runs a program and resolves with its exit code and the end of what it printed.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runQuietly(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    let output = '';
    const keep = chunk => {
      output = (output + chunk).slice(-KEPT_OUTPUT);
    };
    const child = spawn(command, args, {
      cwd: repositoryRoot,
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    child.on('close', code => resolve({ code: code ?? 1, output }));
  });
}
