#!/usr/bin/env node
// The one entry to everything that `npm start`, `npm test` and their kin do. It runs on any Node >= 18 with nothing
// installed: it prepares Node 24 and the dependencies, then hands over to scripts/commands/<name>.mjs.
import { spawn } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureDependencies } from './bootstrap/ensureDependencies.mjs';
import { ensureNode } from './bootstrap/ensureNode.mjs';
import { repositoryRoot } from './support/paths.mjs';
import { reportFailure, UserFacingError } from './support/UserFacingError.mjs';

const commands = [
  'start',
  'dev',
  'test',
  'test-templates',
  'bench',
  'devlake',
  'validate',
  'reset',
];

async function main() {
  const [command, ...args] = process.argv.slice(2);
  if (!commands.includes(command)) {
    throw new UserFacingError(
      `Unknown command '${command ?? ''}'. Use one of: ${commands.join(', ')}.`,
    );
  }
  const node = await ensureNode();
  if (node !== process.execPath) {
    process.exitCode = await continueWith(node);
    return;
  }
  if (command !== 'reset') {
    await ensureDependencies();
  }
  const file = new URL(`./commands/${command}.mjs`, import.meta.url);
  const { run } = await import(pathToFileURL(fileURLToPath(file)).href);
  process.exitCode = (await run(args)) ?? 0;
}

// Ctrl-C reaches the whole process group, so the parent only has to wait; a signal that was sent to the parent alone is
// passed on.
function continueWith(node) {
  return new Promise((resolve, reject) => {
    const child = spawn(
      node,
      [fileURLToPath(import.meta.url), ...process.argv.slice(2)],
      { stdio: 'inherit', cwd: repositoryRoot },
    );
    process.on('SIGINT', () => {});
    for (const signal of ['SIGTERM', 'SIGHUP']) {
      process.on(signal, () => child.kill(signal));
    }
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(signal ? 1 : code ?? 1));
  });
}

main().catch(error => {
  reportFailure(error);
  process.exitCode = 1;
});
