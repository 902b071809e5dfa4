import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { cacheDirectory } from '../support/paths.mjs';
import { findProgram } from '../support/processes.mjs';
import { runStep } from '../support/runStep.mjs';

const exec = promisify(execFile);
const venv = path.join(cacheDirectory, 'mkdocs');

/**
 * The browser of the browser tests and of the page benchmark.
 *
 * @returns {Promise<string | undefined>} Path of Chromium or Chrome.
 */
export async function ensureChromium() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'chrome'];
  const found = process.env.CHROMIUM_PATH ?? (await findProgram(...names));
  if (found) {
    return found;
  }
  await installWithApt('Chromium', ['chromium']);
  return findProgram(...names);
}

/** What to run where Chromium can't be installed from here. */
export const chromiumCure =
  'Install Chromium or Chrome (Debian or Ubuntu: apt-get install chromium), or name it in CHROMIUM_PATH.';

/**
 * A real Prometheus and a real Alertmanager, which the tests of service health ask.
 *
 * @returns {Promise<boolean>} Whether both are there.
 */
export async function ensurePrometheus() {
  const areThere = async () =>
    Boolean(
      (await findProgram('prometheus')) &&
        (await findProgram('prometheus-alertmanager', 'alertmanager')),
    );
  if (!(await areThere())) {
    await installWithApt('Prometheus', [
      'prometheus',
      'prometheus-alertmanager',
    ]);
  }
  return areThere();
}

/** What to run where Prometheus can't be installed from here. */
export const prometheusCure =
  'Install Prometheus and its Alertmanager (Debian or Ubuntu: apt-get install prometheus prometheus-alertmanager); a test of service health fails until then.';

/**
 * The builder of the documentation pages.
 *
 * @returns {Promise<{ binDirectory: string, hasTechdocsCore: boolean } | undefined>} Undefined where there is none.
 */
export async function ensureMkdocs() {
  const found = (await findMkdocs()) ?? (await installMkdocs());
  return found;
}

/** What to run where mkdocs can't be installed from here. */
export const mkdocsCure =
  'Documentation pages are off until mkdocs is there: pip install mkdocs-techdocs-core, or (Debian or Ubuntu) apt-get install mkdocs mkdocs-material.';

async function findMkdocs() {
  const own = path.join(venv, 'bin');
  if (await fs.stat(path.join(own, 'mkdocs')).catch(() => undefined)) {
    return { binDirectory: own, hasTechdocsCore: true };
  }
  const program = await findProgram('mkdocs');
  if (!program) {
    return undefined;
  }
  const { stdout } = await exec(program, ['build', '--help']);
  return stdout.includes('material')
    ? {
        binDirectory: path.dirname(program),
        hasTechdocsCore: await hasTechdocsCore(),
      }
    : undefined;
}

async function hasTechdocsCore() {
  return exec('python3', ['-c', 'import techdocs_core']).then(
    () => true,
    () => false,
  );
}

async function installMkdocs() {
  await installWithApt('mkdocs', ['mkdocs', 'mkdocs-material']);
  const fromApt = await findMkdocs();
  if (fromApt || !(await findProgram('python3'))) {
    return fromApt;
  }
  const { code } = await runStep('Installing mkdocs into .cache', 'sh', [
    '-c',
    'python3 -m venv "$0" && "$0/bin/pip" install --quiet --disable-pip-version-check mkdocs-techdocs-core',
    venv,
  ]);
  if (code !== 0) {
    await fs.rm(venv, { recursive: true, force: true });
    return undefined;
  }
  return findMkdocs();
}

async function installWithApt(title, packages) {
  if (process.getuid?.() !== 0 || !(await findProgram('apt-get'))) {
    return;
  }
  await runStep(`Installing ${title} with apt-get`, 'sh', [
    '-c',
    `apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends ${packages.join(
      ' ',
    )}`,
  ]);
}
