import { ensurePrometheus, prometheusCure } from '../bootstrap/systemTools.mjs';
import { runJest } from './runJest.mjs';
import { runNodeTests } from './runNodeTests.mjs';
import { sum } from './tools.mjs';

const integration = /\.integration\.test\./;

/** Tests that need no database and no browser. Checks of templates ask the tools of Prometheus. */
export async function unitPart({ changes }) {
  if (!(await ensurePrometheus())) {
    console.log(prometheusCure);
  }
  return sum([
    await runJest({
      name: 'unit',
      since: changes?.base,
      args: ['--testPathIgnorePatterns', '/node_modules/', integration.source],
    }),
    await runNodeTests(file => !integration.test(file)),
  ]);
}
