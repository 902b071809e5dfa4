import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { runProgram } from '../../support/runProgram';

const INSTALL_LIMIT_MS = 240_000;

// Two cases with the same set install it once, and wait for each other.
const running = new Map<string, Promise<string>>();

/** The parts of a package.json that decide what is installed. */
export type DependencySet = Record<string, Record<string, string>>;

/** What a package.json asks for. */
export function dependencySetOf(packageJson: unknown): DependencySet {
  const content = (packageJson ?? {}) as Record<string, Record<string, string>>;
  return Object.fromEntries(
    ['dependencies', 'devDependencies', 'optionalDependencies', 'overrides']
      .filter(key => content[key])
      .map(key => [key, content[key]]),
  );
}

/**
 * Installs a set of dependencies, unless an earlier run did. No script of a package runs.
 *
 * @returns the folder of their `node_modules`.
 * @throws Error with what npm said.
 */
export async function installDependencies(
  set: DependencySet,
  cacheFolder: string,
): Promise<string> {
  const digest = createHash('sha256')
    .update(JSON.stringify(set))
    .digest('hex')
    .slice(0, 20);
  const folder = path.join(cacheFolder, 'template-dependencies', digest);
  const known = running.get(folder);
  if (known) {
    return known;
  }
  const installed = install(set, folder);
  running.set(folder, installed);
  return installed;
}

async function install(set: DependencySet, folder: string): Promise<string> {
  const modules = path.join(folder, 'node_modules');
  const stamp = path.join(folder, 'complete');
  if (await fs.stat(stamp).catch(() => undefined)) {
    return modules;
  }
  await fs.rm(folder, { recursive: true, force: true });
  await fs.mkdir(folder, { recursive: true });
  await fs.writeFile(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'template-dependencies', private: true, ...set }),
  );
  const { code, output } = await runProgram(
    'npm',
    [
      'install',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--prefer-offline',
      '--loglevel=error',
    ],
    { cwd: folder, timeoutMs: INSTALL_LIMIT_MS, env: withoutNpmSettings() },
  );
  if (code !== 0) {
    throw new Error(`npm install failed:\n${output.trim().slice(-2000)}`);
  }
  await fs.writeFile(stamp, '');
  return modules;
}

/** The environment without what an npm that started us would tell the next one about our own package. */
export function withoutNpmSettings(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^npm_(lifecycle|package|command|execpath)/.test(name),
    ),
  );
}
