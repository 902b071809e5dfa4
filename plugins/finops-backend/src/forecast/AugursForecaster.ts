import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { SeriesForecaster } from '@portal/plugin-finops-common';

const timeout = 60_000;

/*
 * The library is an ES module with a WebAssembly file beside it. `require` of Node loads it everywhere: in tests, in development
 * and in the bundle, where an `import()` would be rewritten or refused. It runs in a thread, since a fit of a year takes longer
 * than a request may hold the others up. The thread's program is text, so that no build has to know of it.
 */
const program = `
const { parentPort, workerData } = require('node:worker_threads');
const { readFileSync } = require('node:fs');
const { MSTL, initSync } = require(workerData.module);
initSync({ module: readFileSync(workerData.wasm) });
parentPort.postMessage(workerData.series.map(({ values, horizon }) => {
  try {
    const model = MSTL.ets([7], { impute: true });
    model.fit(values);
    return Array.from(model.predict(horizon).point);
  } catch {
    return undefined;
  }
}));
`;

/**
 * Expects by MSTL: the weekly season apart from the trend, which exponential smoothing goes on with. What can't be fitted is
 * answered by nothing, and another method is used.
 */
export function createAugursForecaster(options: {
  logger: LoggerService;
}): SeriesForecaster {
  const { logger } = options;
  return async series => {
    try {
      return await runThread(series);
    } catch (error) {
      logger.warn(
        `The forecast by MSTL could not be made, and a simpler method is used: ${stringifyError(
          error,
        )}`,
      );
      return series.map(() => undefined);
    }
  };
}

function runThread(
  series: Parameters<SeriesForecaster>[0],
): ReturnType<SeriesForecaster> {
  const module = createRequire(__filename).resolve('@bsull/augurs/mstl');
  const worker = new Worker(program, {
    eval: true,
    // Options of this process, such as those of a test runner, are not those of the thread.
    execArgv: [],
    workerData: { module, wasm: join(dirname(module), 'mstl_bg.wasm'), series },
  });
  let timer: NodeJS.Timeout | undefined;
  const answer: ReturnType<SeriesForecaster> = new Promise(
    (resolve, reject) => {
      timer = setTimeout(
        () => reject(new Error(`It took longer than ${timeout / 1000} s`)),
        timeout,
      );
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('Its thread ended early')));
    },
  );
  return answer.finally(async () => {
    clearTimeout(timer);
    await worker.terminate();
  });
}
