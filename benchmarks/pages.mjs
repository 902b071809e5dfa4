import {
  chromiumCure,
  ensureChromium,
} from '../scripts/bootstrap/systemTools.mjs';
import { UserFacingError } from '../scripts/support/UserFacingError.mjs';
import { startScratchPortal } from '../scripts/testing/scratchPortal.mjs';
import { measurePages } from './support/measurePages.mjs';
import { startStockPortal } from './support/stockPortal.mjs';

const ACCESSIBILITY_FLOOR = 0.98;

const figures = [
  { key: 'performance', unit: 'score', better: 'higher', strict: false },
  { key: 'accessibility', unit: 'score', better: 'higher', strict: false },
  { key: 'lcp', unit: 'ms', better: 'lower', strict: true },
  { key: 'tbt', unit: 'ms', better: 'lower', strict: true },
  { key: 'kib', unit: 'KiB', better: 'lower', strict: true },
];

/**
 * Home, catalog and an entity page of this portal and of an unmodified create-app, signed in, on a cold cache, in one run.
 * Three rounds by default, five with `--full`.
 */
export async function run({ full, report }) {
  const executablePath = await ensureChromium();
  if (!executablePath) {
    throw new UserFacingError(chromiumCure);
  }
  const runs = full ? 5 : 3;
  const stock = await measureOne(startStockPortal, portal => ({
    executablePath,
    runs,
    signInUrl: portal.url,
    pages: [
      { name: 'home', url: `${portal.url}/home` },
      { name: 'catalog', url: `${portal.url}/` },
      {
        name: 'entity',
        url: `${portal.url}/catalog/default/component/example-website`,
      },
    ],
    signIn: async page => {
      await page.getByRole('button', { name: 'Enter' }).click();
      await page.getByRole('navigation').first().waitFor({ state: 'attached' });
    },
  }));
  const ours = await measureOne(
    () =>
      startScratchPortal({ until: 'Demo organisation: complete', quiet: true }),
    portal => ({
      executablePath,
      runs,
      signInUrl: portal.url,
      pages: [
        { name: 'home', url: `${portal.url}/` },
        { name: 'catalog', url: `${portal.url}/catalog` },
        {
          name: 'entity',
          url: `${portal.url}/catalog/default/component/portal`,
        },
      ],
      signIn: async page => {
        await page.getByRole('button', { name: /guest/i }).click();
        await page
          .getByRole('navigation')
          .first()
          .waitFor({ state: 'attached' });
      },
    }),
  );
  for (const page of Object.keys(ours)) {
    for (const figure of figures) {
      reportFigure(
        report,
        page,
        figure,
        ours[page][figure.key],
        stock[page][figure.key],
      );
    }
  }
}

async function measureOne(start, options) {
  const portal = await start();
  try {
    return await measurePages(options(portal));
  } finally {
    await portal.stop();
  }
}

function reportFigure(
  report,
  page,
  { key, unit, better, strict },
  ours,
  stock,
) {
  const goal = goalOf(key, stock);
  const ahead = better === 'higher' ? ours >= goal : ours <= goal;
  report({
    figure: `${page} ${key}`,
    value: round(ours),
    unit,
    goal: `${better === 'higher' ? '>=' : strict ? '<' : '<='} ${round(
      goal,
    )} (create-app ${round(stock)})`,
    meets: ahead && !(strict && ours === goal),
  });
}

function goalOf(key, stock) {
  return key === 'accessibility' ? Math.max(stock, ACCESSIBILITY_FLOOR) : stock;
}

function round(value) {
  return value < 10 ? Number(value.toFixed(2)) : Math.round(value);
}
