import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {
  approvalAction,
  checkApprovalGuards,
} from '@portal/plugin-scaffolder-portal-common';
import { planCases, type TestCase } from './cases/planCases';
import { readTemplates } from './cases/readTemplates';
import type { TestTemplate } from './cases/TestTemplate';
import { allChecks } from './checks';
import type { Finding } from './checks/Check';
import { DryRunner } from './engine/DryRunner';
import { Engine } from './engine/Engine';
import type { TemplateRunner } from './engine/RunResult';
import { localPublishAction, TaskRunner } from './engine/TaskRunner';
import { type CaseReport, judgeRun, type JudgeOptions } from './judgeRun';
import {
  describeCase,
  describeChecks,
  describeFinding,
} from './report/describeReport';
import { forEachBounded } from './support/forEachBounded';

/** What to test, and with what. */
export interface TemplateTestOptions {
  /** The folder whose folders are templates. */
  templatesFolder: string;
  /** The names of the templates; all without one. */
  only: string[];
  /** Whether golden files are rewritten. */
  update: boolean;
  /** Whether a missing tool is a failure. */
  isStrict: boolean;
  /** The catalog file whose groups, systems and environments the cases name. */
  catalogFile: string;
  /** Whom templates are run by. */
  userRef: string;
  /** An empty PostgreSQL database for the engine, on a server where more databases may be created. */
  databaseUrl: string;
  cacheFolder: string;
  print(text: string): void;
}

/** How many cases passed and failed. */
export interface TemplateTestResult {
  passed: number;
  failed: number;
  reports: CaseReport[];
}

const CONCURRENT_CASES = 3;

/** Runs the cases of all templates through the real scaffolder, checks what they make, and prints what it found. */
export async function runTemplateTests(
  options: TemplateTestOptions,
): Promise<TemplateTestResult> {
  const { print, templatesFolder } = options;
  const { templates, problems } = await readTemplates(
    templatesFolder,
    options.only,
  );
  problems.push(...templates.flatMap(findUnguardedSteps));
  const cases = templates.flatMap(template => planSafely(template, problems));
  const reports = cases.length ? await runCases(templates, cases, options) : [];
  for (const problem of problems) {
    print(`✖ ${describeFinding(problem).trim()}`);
  }
  if (reports.length) {
    print(`\n${describeChecks(reports)}`);
  }
  const failed = reports.filter(({ findings }) => findings.length).length;
  return {
    reports,
    passed: reports.length - failed,
    failed: failed + problems.length,
  };
}

function findUnguardedSteps({ entity, file }: TestTemplate): Finding[] {
  return checkApprovalGuards(entity.spec.steps).map(({ message }) => ({
    file,
    rule: 'approval',
    message,
  }));
}

function planSafely(template: TestTemplate, problems: Finding[]): TestCase[] {
  try {
    return planCases(template);
  } catch (error) {
    problems.push({
      file: template.file,
      rule: 'cases',
      message: error instanceof Error ? error.message : String(error),
    });
    return [];
  }
}

async function runCases(
  templates: TestTemplate[],
  cases: TestCase[],
  options: TemplateTestOptions,
): Promise<CaseReport[]> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'template-tests-'));
  const engine = await Engine.start({
    ...options,
    folder: path.join(folder, 'engine'),
    partsFolder: path.join(options.templatesFolder, 'parts'),
    templateFiles: templates.map(template => template.file),
  });
  try {
    const runnerOf = await chooseRunners(engine);
    const reports: CaseReport[] = [];
    const judge: JudgeOptions = {
      ...options,
      checks: allChecks(engine.client),
      scratchFolder: folder,
      context: { ...options, postgresUrl: options.databaseUrl },
    };
    await engine.awaitCatalog(cases.map(testCase => testCase.values));
    await forEachBounded(cases, CONCURRENT_CASES, async testCase => {
      const report = await runCase(testCase, runnerOf(testCase), judge);
      reports.push(report);
      options.print(describeCase(report));
    });
    return reports;
  } finally {
    await engine.stop();
    await fs.rm(folder, { recursive: true, force: true });
  }
}

async function chooseRunners(
  engine: Engine,
): Promise<(testCase: TestCase) => TemplateRunner> {
  const actions = await engine.client.actions();
  const real = TaskRunner.create(engine);
  const dry = DryRunner.create(engine.client);
  return ({ template }) => {
    const used = template.entity.spec.steps.map(step => step.action);
    return actions.includes(localPublishAction) &&
      used.includes(localPublishAction) &&
      // Nobody says yes in a test; a dry run goes on as if.
      !used.includes(approvalAction)
      ? real
      : dry;
  };
}

async function runCase(
  testCase: TestCase,
  runner: TemplateRunner,
  judge: JudgeOptions,
): Promise<CaseReport> {
  const startedAt = Date.now();
  let runSeconds = 0;
  const report = await runner
    .run(testCase)
    .then(result => {
      runSeconds = (Date.now() - startedAt) / 1000;
      return judgeRun(testCase, result, judge);
    })
    .catch(error => ({
      outcomes: [],
      findings: [
        {
          file: testCase.file,
          rule: 'run',
          message: error instanceof Error ? error.message : String(error),
        },
      ],
    }));
  return {
    testCase,
    seconds: (Date.now() - startedAt) / 1000,
    runSeconds,
    ...report,
  };
}
