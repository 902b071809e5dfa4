import path from 'node:path';
import type { FileTree, TreeFile } from '../files/FileTree';
import type { Check, Finding } from './Check';
import {
  asArray,
  asObject,
  asTexts,
  readYaml,
  type YamlDocument,
  type YamlObject,
} from './readYaml';

// https://learn.microsoft.com/azure/devops/pipelines/yaml-schema/
const pipelineKeys = new Set(
  (
    'name trigger pr schedules resources variables parameters pool stages jobs steps extends lockBehavior ' +
    'appendCommitMessageToRunName strategy container services workspace continueOnError'
  ).split(' '),
);
const stepKinds = new Set(
  'task script bash pwsh powershell checkout download downloadBuild getPackage publish template reviewApp'.split(
    ' ',
  ),
);

type Report = (
  rule: string,
  message: string,
  ...at: (string | number)[]
) => void;

/** Pipelines of Azure DevOps. */
export const azurePipelinesCheck: Check = {
  name: 'azure-pipelines',
  how: 'structure: known keys, dependsOn leads to stages and jobs, steps of known kinds, tasks with a version, templates exist',
  picks: tree =>
    tree.matching(
      '**/azure-pipelines*.yml',
      '**/azure-pipelines*.yaml',
      '.azuredevops/**/*.yml',
    ),
  run: async (files, { tree }) =>
    files.flatMap(file =>
      readYaml(file).flatMap(document => checkPipeline(file, document, tree)),
    ),
};

function checkPipeline(
  file: TreeFile,
  { value, lineOf }: YamlDocument,
  tree: FileTree,
): Finding[] {
  const findings: Finding[] = [];
  const report: Report = (rule, message, ...at) =>
    findings.push({
      file: file.path,
      line: lineOf(...at),
      message,
      rule: `azure-pipelines/${rule}`,
    });
  for (const key of Object.keys(value)) {
    if (!pipelineKeys.has(key) && !key.startsWith('${{')) {
      report('keyword', `has the unknown key '${key}'`, key);
    }
  }
  const checkTemplate = (item: YamlObject, at: (string | number)[]) => {
    const { template } = item;
    if (typeof template !== 'string' || template.includes('@')) {
      return;
    }
    const wanted = template.startsWith('/')
      ? template.slice(1)
      : path.posix.join(path.posix.dirname(file.path), template);
    if (!tree.has(wanted)) {
      report(
        'template',
        `uses the template ${wanted}, which was not made`,
        ...at,
      );
    }
  };
  const visitor: Visitor = { report, checkTemplate };
  if (value.stages) {
    checkList(
      asArray(value.stages),
      ['stages'],
      'stage',
      visitor,
      (stage, at) => checkJobs(asArray(stage.jobs), [...at, 'jobs'], visitor),
    );
  } else if (value.jobs) {
    checkJobs(asArray(value.jobs), ['jobs'], visitor);
  } else if (value.steps) {
    checkSteps(asArray(value.steps), ['steps'], visitor);
  } else if (!value.extends) {
    report('empty', 'has no stages, jobs or steps');
  }
  return findings;
}

interface Visitor {
  report: Report;
  checkTemplate(item: YamlObject, at: (string | number)[]): void;
}

function checkJobs(jobs: unknown[], at: (string | number)[], visitor: Visitor) {
  if (!jobs.length) {
    visitor.report('empty', 'has no jobs', ...at);
  }
  checkList(jobs, at, 'job', visitor, (job, jobAt) => {
    for (const [steps, stepsAt] of stepsOf(job)) {
      checkSteps(steps, [...jobAt, ...stepsAt], visitor);
    }
  });
}

// Stages and jobs are alike: named, and waiting for others of their list.
function checkList(
  items: unknown[],
  at: (string | number)[],
  kind: 'stage' | 'job',
  visitor: Visitor,
  visit: (item: YamlObject, at: (string | number)[]) => void,
) {
  const entries = items.map(asObject);
  const nameOf = (item: YamlObject) => item[kind] ?? item.deployment;
  const names = entries.map(nameOf);
  entries.forEach((item, index) => {
    const itemAt = [...at, index];
    if (item.template !== undefined) {
      visitor.checkTemplate(item, [...itemAt, 'template']);
      return;
    }
    if (Object.keys(item).some(key => key.startsWith('${{'))) {
      return;
    }
    const name = nameOf(item);
    if (typeof name !== 'string' || !/^[A-Za-z_]\w*$/.test(name)) {
      visitor.report(
        'name',
        `a ${kind} needs a name of letters, digits and '_', not '${name}'`,
        ...itemAt,
      );
    } else if (names.indexOf(name) !== index) {
      visitor.report('name', `two ${kind}s are called '${name}'`, ...itemAt);
    }
    for (const other of asTexts(item.dependsOn)) {
      if (!names.includes(other)) {
        visitor.report(
          'depends-on',
          `${kind} '${name}' depends on '${other}', which does not exist`,
          ...itemAt,
          'dependsOn',
        );
      }
    }
    visit(item, itemAt);
  });
}

function stepsOf(job: YamlObject): [unknown[], (string | number)[]][] {
  if (job.deployment === undefined) {
    return [[asArray(job.steps), ['steps']]];
  }
  return Object.entries(asObject(job.strategy)).flatMap(([kind, strategy]) =>
    Object.entries(asObject(strategy)).flatMap(
      ([phase, part]): [unknown[], (string | number)[]][] =>
        asObject(part).steps
          ? [
              [
                asArray(asObject(part).steps),
                ['strategy', kind, phase, 'steps'],
              ],
            ]
          : [],
    ),
  );
}

function checkSteps(
  steps: unknown[],
  at: (string | number)[],
  visitor: Visitor,
) {
  if (!steps.length) {
    visitor.report('empty', 'has no steps', ...at);
  }
  steps.map(asObject).forEach((step, index) => {
    const stepAt = [...at, index];
    const keys = Object.keys(step);
    if (keys.some(key => key.startsWith('${{'))) {
      return;
    }
    if (!keys.some(key => stepKinds.has(key))) {
      visitor.report(
        'step',
        `a step with ${keys.join(', ') || 'nothing'} is none of: ${[
          ...stepKinds,
        ].join(', ')}`,
        ...stepAt,
      );
    }
    if (typeof step.task === 'string' && !/^[\w.-]+@\d+$/.test(step.task)) {
      visitor.report(
        'task',
        `task '${step.task}' needs a version, as in Docker@2`,
        ...stepAt,
        'task',
      );
    }
    visitor.checkTemplate(step, [...stepAt, 'template']);
  });
}
