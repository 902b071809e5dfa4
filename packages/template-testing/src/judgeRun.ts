import fs from 'node:fs/promises';
import path from 'node:path';
import type { JsonValue } from '@backstage/types';
import type { TestCase } from './cases/planCases';
import type { Check, CheckContext, Finding } from './checks/Check';
import { type CheckOutcome, runChecks } from './checks/runChecks';
import type { RunResult } from './engine/RunResult';
import { checkExpectations } from './expectations/checkExpectations';
import {
  compareWithGolden,
  goldenFolder,
  updateGolden,
} from './expectations/goldenFiles';

/** What there is to say about one case. */
export interface CaseReport {
  testCase: TestCase;
  seconds: number;
  /** How much of them the scaffolder took. */
  runSeconds: number;
  findings: Finding[];
  outcomes: CheckOutcome[];
}

/** What judging needs besides the result. */
export interface JudgeOptions {
  checks: readonly Check[];
  /** Where what was made is written to, for the checks that work on files. */
  scratchFolder: string;
  context: Pick<CheckContext, 'cacheFolder' | 'postgresUrl'>;
  /** Whether golden files are rewritten. */
  update: boolean;
  /** Whether a missing tool is a failure. */
  isStrict: boolean;
}

/** Compares what came of a case with what it expects, and checks everything that was made. */
export async function judgeRun(
  testCase: TestCase,
  result: RunResult,
  options: JudgeOptions,
): Promise<Pick<CaseReport, 'findings' | 'outcomes'>> {
  const { expect } = testCase;
  if (expect.fails || result.state === 'failed') {
    return { findings: judgeFailure(testCase, result), outcomes: [] };
  }
  const { tree } = result;
  const folder = await fs.mkdtemp(path.join(options.scratchFolder, 'made-'));
  try {
    await tree.writeTo(folder);
    const outcomes = await runChecks(options.checks, {
      ...options.context,
      tree,
      folder,
      name: String(testCase.values.name ?? ''),
      inputs: textsIn(testCase.values),
    });
    return {
      outcomes,
      findings: [
        ...result.problems.map(message => ({
          file: testCase.template.file,
          rule: 'run',
          message,
        })),
        ...checkExpectations(tree, expect),
        ...(await judgeGolden(testCase, result, options.update)),
        ...outcomes.flatMap(outcome => outcome.findings),
        ...missingTools(outcomes, options.isStrict),
        ...checksThatDidNotRun(testCase, outcomes, options.checks),
      ],
    };
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
}

function judgeFailure(testCase: TestCase, result: RunResult): Finding[] {
  const { file, expect } = testCase;
  const finding = (message: string) => [{ file, rule: 'run', message }];
  if (result.state === 'made') {
    return finding(
      `the run must fail with '${expect.fails?.message}', but it succeeded`,
    );
  }
  const where = result.step ? `step '${result.step}'` : 'before any step';
  if (!expect.fails) {
    return finding(`the run failed (${where}): ${result.message}`);
  }
  const { step, message } = expect.fails;
  return (!step || step === result.step) && result.message.includes(message)
    ? []
    : finding(
        `the run must fail ${
          step ? `in step '${step}' ` : ''
        }with '${message}', but it failed (${where}): ${result.message}`,
      );
}

async function judgeGolden(
  { template, slug, expect }: TestCase,
  result: Extract<RunResult, { state: 'made' }>,
  update: boolean,
): Promise<Finding[]> {
  if (!expect.golden) {
    return [];
  }
  const folder = goldenFolder(template.folder, slug);
  if (update) {
    await updateGolden(result.tree, folder);
  }
  return compareWithGolden(result.tree, folder);
}

/** The tools that checks did not find here, where that is a failure. */
export function missingTools(
  outcomes: CheckOutcome[],
  isStrict: boolean,
): Finding[] {
  return isStrict
    ? outcomes
        .filter(outcome => outcome.missing)
        .map(({ check, missing = '' }) => ({
          file: 'this machine',
          rule: check.name,
          message: missing,
        }))
    : [];
}

function checksThatDidNotRun(
  { file, expect }: TestCase,
  outcomes: CheckOutcome[],
  checks: readonly Check[],
): Finding[] {
  return (expect.checks ?? [])
    .filter(name => !outcomes.some(({ check }) => check.name === name))
    .map(name => ({
      file,
      rule: 'expect.checks',
      message: checks.some(check => check.name === name)
        ? `the check '${name}' found no file to look at`
        : `there is no check '${name}'; there are: ${checks
            .map(check => check.name)
            .join(', ')}`,
    }));
}

function textsIn(value: JsonValue | undefined): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(textsIn)
    : [];
}
