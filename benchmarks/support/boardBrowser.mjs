import { chromium } from '@playwright/test';

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const FILL_LIMIT_MS = 60_000;
const WARM_REFRESHES = 30;
/** So often that each of the boards was shown five times, with all that is loaded and kept once. */
const WARM_TURNS = 25;

/** A browser without throttling. */
export function openBrowser(executablePath) {
  return chromium.launch({ executablePath, args });
}

/**
 * Signs in on the page of a board of so many tiles, with nothing in the cache, and takes the time from the press of the button until the last tile
 * is filled. 1,440 by 900 pixels.
 *
 * @returns {Promise<{ ms: number, calls: string[], failed: string[] }>} `calls`: the paths of the requests to the API after
 *   the press, those of signing in left out. `failed`: what tiles could not show.
 */
export async function measureFill(browser, { boardUrl, tiles }) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
  });
  try {
    const page = await context.newPage();
    await page.goto(boardUrl);
    const button = page.getByRole('button', { name: /guest/i });
    await button.waitFor();
    await page.waitForLoadState('networkidle');
    const calls = [];
    page.on('request', request => {
      const { pathname } = new URL(request.url());
      if (/^\/api\/(?!auth\/)/.test(pathname)) {
        calls.push(`${request.method()} ${pathname}`);
      }
    });
    const limit = FILL_LIMIT_MS;
    const filled = page.evaluate(whenFilled, { wanted: tiles, limit });
    await button.click();
    const { ms, failed } = await filled;
    return { ms, calls, failed };
  } finally {
    await context.close();
  }
}

/** Runs in the page: milliseconds from the first click to the frame in which no tile waits any more. */
function whenFilled({ wanted, limit }) {
  return new Promise((resolve, reject) => {
    let pressedAt;
    document.addEventListener(
      'click',
      () => {
        pressedAt ??= performance.now();
      },
      { capture: true, once: true },
    );
    const look = () => {
      const tiles = [...document.querySelectorAll('section[aria-labelledby]')];
      const waits = tile =>
        tile.matches('[aria-busy="true"]') ||
        tile.querySelector('[aria-busy="true"], [aria-label="Loading"]');
      const ms = performance.now() - (pressedAt ?? performance.now());
      if (pressedAt && tiles.length === wanted && !tiles.some(waits)) {
        const failed = tiles
          .filter(tile =>
            /Could not load|could not be|does not work|Not found/.test(
              tile.textContent,
            ),
          )
          .map(tile => tile.textContent.slice(0, 200));
        resolve({ ms, failed });
      } else if (ms > limit) {
        const waiting = tiles
          .filter(waits)
          .map(tile => tile.textContent.slice(0, 60));
        reject(
          new Error(
            `After ${ms} ms ${tiles.length} tiles are there and these wait: ${waiting}`,
          ),
        );
      } else {
        requestAnimationFrame(look);
      }
    };
    look();
  });
}

/**
 * The heap of a page that shows the board on a wall, before and after so many refreshes, each time after a collection.
 *
 * @returns {Promise<{ before: number, after: number, nodesBefore: number, nodesAfter: number }>} bytes, and nodes of the document
 */
export async function measureWall(browser, { boardUrl, refreshes }) {
  return measureGrowth(browser, {
    boardUrl,
    warm: page => refresh(page, WARM_REFRESHES),
    work: page => refresh(page, refreshes),
  });
}

/**
 * The same of a wall on which boards take turns, before and after so many turns.
 */
export async function measureTurns(browser, { boardUrl, turns }) {
  return measureGrowth(browser, {
    boardUrl,
    warm: page => turn(page, WARM_TURNS),
    work: page => turn(page, turns),
  });
}

async function measureGrowth(browser, { boardUrl, warm, work }) {
  const context = await browser.newContext({
    viewport: { width: 1920, height: 1080 },
  });
  try {
    const page = await context.newPage();
    await page.goto(boardUrl);
    await page.getByRole('button', { name: /guest/i }).click();
    // The page for signing in has headings and sections too.
    await page.getByRole('navigation').first().waitFor({ state: 'attached' });
    await page.goto(`${boardUrl}?wall=0`);
    await page.getByRole('region', { name: /on a wall/ }).waitFor();
    await page.waitForLoadState('networkidle');
    const session = await context.newCDPSession(page);
    await warm(page);
    const start = await measureHeap(session);
    await work(page);
    const end = await measureHeap(session);
    return {
      before: start.bytes,
      after: end.bytes,
      nodesBefore: start.nodes,
      nodesAfter: end.nodes,
    };
  } finally {
    await context.close();
  }
}

/** Shows the next board, as soon as all tiles of this one in sight are there. */
async function turn(page, times) {
  const next = page.getByRole('button', { name: 'Next board' });
  for (let count = 0; count < times; count++) {
    const { pathname } = new URL(page.url());
    // Controls of a wall are there while somebody moves.
    await page.mouse.move(500 + (count % 7), 300);
    await next.click();
    await page.waitForURL(url => url.pathname !== pathname);
    await page.waitForFunction(() => {
      const tiles = [...document.querySelectorAll('section[aria-labelledby]')];
      return (
        tiles.length > 1 &&
        !tiles.some(tile =>
          tile.querySelector('[aria-busy="true"], [aria-label="Loading"]'),
        )
      );
    });
  }
  await page.waitForLoadState('networkidle');
}

/** A board refreshes when it comes into view. The next time is when the figures of this one are there. */
async function refresh(page, times) {
  for (let turn = 0; turn < times; turn++) {
    const answered = page.waitForResponse(response =>
      response.url().endsWith('/api/metrics/v1/query/batch'),
    );
    await page.evaluate(() =>
      document.dispatchEvent(new Event('visibilitychange')),
    );
    await answered.then(response => response.finished());
  }
  await page.waitForLoadState('networkidle');
}

async function measureHeap(session) {
  await session.send('HeapProfiler.enable');
  // What is freed by finalizers is collected by the second one.
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize: bytes } = await session.send('Runtime.getHeapUsage');
  const { nodes } = await session.send('Memory.getDOMCounters');
  await session.send('HeapProfiler.disable');
  return { bytes, nodes };
}
