import { defineConfig } from '@playwright/test';

/**
 * Journeys through a running portal. `npm test -- e2e` starts one and names it in PORTAL_URL; to run them against a
 * portal that is up already: `PORTAL_URL=http://localhost:7007 yarn playwright test -c e2e-tests`.
 */
export default defineConfig({
  testDir: '.',
  outputDir: '../.cache/e2e-results',
  timeout: 90_000,
  expect: { timeout: 20_000 },
  workers: 1,
  // Beside other work a machine may be too slow for a journey once. What fails twice is broken; what passed only then is named.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json']],
  use: {
    baseURL: process.env.PORTAL_URL ?? 'http://localhost:7007',
    screenshot: 'only-on-failure',
    trace: 'off',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
