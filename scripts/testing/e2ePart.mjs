import fs from 'node:fs/promises';
import { chromiumCure, ensureChromium } from '../bootstrap/systemTools.mjs';
import { runQuietly } from '../support/runStep.mjs';
import { startOidcPortal } from '../../e2e-tests/oidc/startOidcPortal.mjs';
import { startScratchPortal } from './scratchPortal.mjs';
import { createTeamFolder } from './teamFolder.mjs';
import {
  noReport,
  packageProgram,
  reportFile,
  runNode,
  sum,
} from './tools.mjs';

const touchesThePortal =
  /^(packages|plugins|catalog|docs|scripts|e2e-tests)\/|^app-config|^yarn\.lock/;

/** Journeys in a real browser, against a portal that was started with `npm start`'s own script. */
export async function e2ePart({ changes }) {
  if (changes && !changes.files.some(file => touchesThePortal.test(file))) {
    return { passed: 0, failed: 0, skipped: 0 };
  }
  const chromium = await ensureChromium();
  if (!chromium) {
    console.log(chromiumCure);
    return process.env.CI === 'true'
      ? noReport
      : { passed: 0, failed: 0, skipped: 1 };
  }
  const before = await checkoutState();
  const team = await createTeamFolder();
  const portal = await startScratchPortal({
    env: team.env,
    until: 'Demo organisation: complete',
  }).catch(async error => {
    await team.remove();
    throw error;
  });
  const oidcPortal = await startOidcPortal().catch(async error => {
    await portal.stop();
    await team.remove();
    throw error;
  });
  try {
    const journeys = await runPlaywright({
      PORTAL_URL: portal.url,
      PORTAL_OIDC_URL: oidcPortal.url,
      PORTAL_DATA_DIR: portal.dataDirectory,
      PORTAL_TEAM_DIR: team.directory,
      CHROMIUM_PATH: chromium,
    });
    return sum([journeys, await checkoutIsUntouched(before)]);
  } finally {
    await oidcPortal.stop();
    await portal.stop();
    await team.remove();
  }
}

/**
 * A portal that runs from a checkout must not write into it: TechDocs, for one, rewrites an mkdocs.yml that is not in its
 * own form.
 */
async function checkoutIsUntouched(before) {
  const after = await checkoutState();
  if (after === before) {
    console.log('✔ the checkout is as it was before');
    return { passed: 1, failed: 0, skipped: 0 };
  }
  console.log(`✖ running the portal changed the checkout:\n${after}`);
  return noReport;
}

async function checkoutState() {
  const { output } = await runQuietly('git', ['diff', '--stat', '--', '.']);
  return output;
}

async function runPlaywright(env) {
  const report = reportFile('playwright.json');
  const code = await runNode(
    [
      packageProgram('@playwright/test/cli.js'),
      'test',
      '--config',
      'e2e-tests/playwright.config.ts',
    ],
    { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  );
  const text = await fs.readFile(report, 'utf8').catch(() => undefined);
  if (text === undefined) {
    return noReport;
  }
  const { stats, suites } = JSON.parse(text);
  for (const title of flakyTitles(suites)) {
    console.log(`! passed only when it was tried again: ${title}`);
  }
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected || (code === 0 ? 0 : 1),
    skipped: stats.skipped,
  };
}

/** The journeys that failed once and then passed: somebody has to look why. */
function* flakyTitles(suites) {
  for (const { specs = [], suites: inner = [] } of suites) {
    for (const { title, tests } of specs) {
      if (tests.some(({ status }) => status === 'flaky')) {
        yield title;
      }
    }
    yield* flakyTitles(inner);
  }
}
