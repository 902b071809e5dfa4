import fs from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stringify } from 'yaml';
import { ensureFrontend } from '../../scripts/bootstrap/ensureFrontend.mjs';
import { loadDemo } from '../../scripts/demo/loadDemo.mjs';
import {
  localConfigFiles,
  readPortalConfig,
} from '../../scripts/runtime/readPortalConfig.mjs';
import { startPortal } from '../../scripts/runtime/startPortal.mjs';
import { findFreePort } from '../../scripts/support/processes.mjs';
import { boardOfTiles, metrics } from './boardOfTiles.mjs';
import { memberToken } from './doraOrganisation.mjs';
import { ask } from './metricsRequests.mjs';

const WAIT_LIMIT_MS = 10 * 60_000;
const boardName = 'bench';

/**
 * The demo organisation with its 60 services, as a production build serves it, on a database of its own, and one board of 24
 * tiles. It is there once the metric store has the figures.
 *
 * @param {string} directory
 */
export async function startBoardPortal(directory) {
  await ensureFrontend();
  const board = path.join(directory, 'bench-board.yaml');
  await fs.writeFile(board, boardOfTiles(boardName));
  const usual = await readPortalConfig(localConfigFiles());
  const config = path.join(directory, 'app-config.bench.yaml');
  await fs.writeFile(
    config,
    stringify({
      catalog: {
        // A list replaces the list of the files before.
        locations: [
          ...usual.getOptional('catalog.locations'),
          {
            type: 'file',
            target: board,
            rules: [{ allow: ['Dashboard'] }],
          },
        ],
      },
    }),
  );
  const dataDirectory = path.join(directory, 'data');
  const portal = await startPortal({
    port: await findFreePort(),
    dataDirectory,
    configFiles: [...localConfigFiles(), config],
  });
  try {
    await loadDemo({
      baseUrl: portal.url,
      token: portal.token,
      dataDir: dataDirectory,
      log: () => {},
    });
    await waitForFigures(portal.url);
  } catch (error) {
    await portal.stop();
    throw error;
  }
  return {
    ...portal,
    boardUrl: `${portal.url}/dashboards/default/${boardName}`,
  };
}

/** Plugins publish what they know by and by. */
async function waitForFigures(url) {
  const limit = Date.now() + WAIT_LIMIT_MS;
  let known;
  while (Date.now() < limit) {
    const token = await memberToken(url);
    const { items } = await ask(`${url}/api/metrics/v1/definitions`, token);
    known = items.filter(({ lastDay }) => lastDay).map(({ id }) => id);
    if (metrics.every(id => known.includes(id))) {
      return;
    }
    await sleep(5000);
  }
  throw new Error(
    `After ${WAIT_LIMIT_MS / 60_000} minutes the metric store has values of ${
      known.join(', ') || 'nothing'
    } only; wanted are ${metrics.join(', ')}`,
  );
}
