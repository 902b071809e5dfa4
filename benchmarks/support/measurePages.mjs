import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import lighthouse from 'lighthouse';
import { chromium } from '@playwright/test';
import { findFreePort } from '../../scripts/support/processes.mjs';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Lighthouse's mobile figures of pages as a signed-in user gets them on a cold cache.
 *
 * @param {{ executablePath: string, pages: { name: string, url: string }[], signInUrl: string, runs: number,
 *   signIn: (page: import('@playwright/test').Page) => Promise<void> }} options
 * @returns {Promise<Record<string, Record<string, number>>>} For each page the median of each figure: performance and
 *   accessibility from 0 to 1, lcp and tbt in ms, kib transferred.
 */
export async function measurePages({
  executablePath,
  pages,
  signInUrl,
  signIn,
  runs,
}) {
  const profile = await fs.mkdtemp(
    path.join(os.tmpdir(), 'portal-lighthouse-'),
  );
  const port = await findFreePort();
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    args: [...flags, `--remote-debugging-port=${port}`],
  });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(signInUrl);
    await signIn(page);
    const session = await context.newCDPSession(page);
    const samples = {};
    for (let run = 0; run < runs; run++) {
      for (const { name, url } of pages) {
        await session.send('Network.clearBrowserCache');
        const result = await lighthouse(url, {
          port,
          output: 'json',
          logLevel: 'error',
          disableStorageReset: true,
          onlyCategories: ['performance', 'accessibility'],
        });
        (samples[name] ??= []).push(figuresOf(result.lhr, url));
      }
    }
    return Object.fromEntries(
      Object.entries(samples).map(([name, list]) => [name, medians(list)]),
    );
  } finally {
    await context.close();
    await fs.rm(profile, { recursive: true, force: true });
  }
}

function figuresOf(lhr, url) {
  if (lhr.runtimeError) {
    throw new Error(
      `Lighthouse could not measure ${url}: ${lhr.runtimeError.message}`,
    );
  }
  return {
    performance: lhr.categories.performance.score,
    accessibility: lhr.categories.accessibility.score,
    lcp: lhr.audits['largest-contentful-paint'].numericValue,
    tbt: lhr.audits['total-blocking-time'].numericValue,
    kib: lhr.audits['total-byte-weight'].numericValue / 1024,
  };
}

function medians(list) {
  return Object.fromEntries(
    Object.keys(list[0]).map(key => {
      const values = list.map(sample => sample[key]).sort((a, b) => a - b);
      return [key, values[Math.floor(values.length / 2)]];
    }),
  );
}
