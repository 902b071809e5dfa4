import type { Check, CheckContext, Finding } from './Check';

/** What one check did in one case. */
export interface CheckOutcome {
  check: Check;
  /** How many files it looked at. */
  files: number;
  findings: Finding[];
  seconds: number;
  /** Why it could not run: a tool is missing here. */
  missing?: string;
}

/** Runs all checks that find files to look at. */
export async function runChecks(
  checks: readonly Check[],
  context: CheckContext,
): Promise<CheckOutcome[]> {
  const outcomes: CheckOutcome[] = [];
  // One after another: the cases of a run already keep the processors busy.
  for (const check of checks) {
    const files = check.picks(context.tree);
    if (!files.length) {
      continue;
    }
    const startedAt = Date.now();
    const missing = await check.missing?.();
    const findings = missing ? [] : await runSafely(check, files, context);
    outcomes.push({
      check,
      files: files.length,
      findings,
      seconds: (Date.now() - startedAt) / 1000,
      missing,
    });
  }
  return outcomes;
}

// A check that stumbles over hostile input must not end the run of all others.
async function runSafely(
  check: Check,
  files: ReturnType<Check['picks']>,
  context: CheckContext,
): Promise<Finding[]> {
  try {
    return await check.run(files, context);
  } catch (error) {
    return [
      {
        file: files[0].path,
        rule: `${check.name}/crashed`,
        message: `the check itself failed: ${
          error instanceof Error ? error.message : error
        }`,
      },
    ];
  }
}
