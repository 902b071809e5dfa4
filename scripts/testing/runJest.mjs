import fs from 'node:fs/promises';
import { noReport, packageProgram, reportFile, runNode } from './tools.mjs';

// A test says nothing about speed: a busy machine must not fail it.
const TEST_LIMIT_MS = 60_000;

/**
 * Runs Jest over the packages of the repository.
 *
 * @param {{ name: string, args: string[], env?: NodeJS.ProcessEnv, since?: string }} options - `name` names the report.
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 */
export async function runJest({ name, args, env, since }) {
  const report = reportFile(`jest-${name}.json`);
  const code = await runNode(
    [
      packageProgram('@backstage/cli/bin/backstage-cli'),
      'repo',
      'test',
      ...(since ? ['--since', since] : []),
      '--watchAll=false',
      '--maxWorkers=2',
      `--testTimeout=${TEST_LIMIT_MS}`,
      '--json',
      `--outputFile=${report}`,
      ...args,
    ],
    { BACKSTAGE_TEST_DISABLE_DOCKER: '1', ...env },
  );
  const text = await fs.readFile(report, 'utf8').catch(() => undefined);
  if (text === undefined) {
    // Jest writes no report when a change touches no test.
    return since && code === 0
      ? { passed: 0, failed: 0, skipped: 0 }
      : noReport;
  }
  const result = JSON.parse(text);
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return {
    passed: result.numPassedTests,
    failed: failed || (code === 0 ? 0 : 1),
    skipped: result.numPendingTests + result.numTodoTests,
  };
}
