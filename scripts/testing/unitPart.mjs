import { runJest } from './runJest.mjs';
import { runNodeTests } from './runNodeTests.mjs';
import { sum } from './tools.mjs';

const integration = /\.integration\.test\./;

/** Tests that need nothing but Node. */
export async function unitPart({ changes }) {
  return sum([
    await runJest({
      name: 'unit',
      since: changes?.base,
      args: ['--testPathIgnorePatterns', '/node_modules/', integration.source],
    }),
    await runNodeTests(file => !integration.test(file)),
  ]);
}
