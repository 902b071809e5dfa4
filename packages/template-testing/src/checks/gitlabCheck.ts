import type { FileTree, TreeFile } from '../files/FileTree';
import type { Check, Finding } from './Check';
import {
  asArray,
  asObject,
  asTexts,
  readYaml,
  type YamlDocument,
} from './readYaml';

// https://docs.gitlab.com/ci/yaml/, without what older versions called them.
const globalKeys = new Set(
  'default include stages variables workflow spec image services cache before_script after_script pages'.split(
    ' ',
  ),
);
const jobKeys = new Set(
  (
    'after_script allow_failure artifacts before_script cache coverage dast_configuration dependencies environment ' +
    'except extends hooks id_tokens identity image inherit interruptible manual_confirmation needs only pages parallel release resource_group ' +
    'retry rules run script secrets services stage start_in tags timeout trigger variables when'
  ).split(' '),
);
const defaultStages = ['build', 'test', 'deploy'];

/** Pipelines of GitLab CI. */
export const gitlabCheck: Check = {
  name: 'gitlab-ci',
  how: 'structure: known keys, stages declared, needs, dependencies and extends lead to jobs, included files exist',
  picks: tree => tree.matching('.gitlab-ci.yml', '.gitlab-ci.yaml'),
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
  const jobs = Object.entries(value)
    .filter(([key]) => !globalKeys.has(key) || key === 'pages')
    .map(([name, job]) => ({ name, job: asObject(job) }));
  const names = new Set(jobs.map(({ name }) => name));
  const stages = new Set([
    '.pre',
    ...(value.stages ? asTexts(value.stages) : defaultStages),
    '.post',
  ]);
  const findings: Finding[] = [];
  const report = (rule: string, message: string, ...path: string[]) =>
    findings.push({
      file: file.path,
      line: lineOf(...path),
      message,
      rule: `gitlab-ci/${rule}`,
    });
  for (const [name, definition] of Object.entries(value)) {
    if (globalKeys.has(name) && name !== 'pages' && isJob(definition)) {
      report(
        'job-name',
        `a job cannot be called '${name}': that is a keyword of GitLab`,
        name,
      );
    }
  }
  // Jobs of an included file are not known here unless it is one of this repository, which is looked into by its own name only.
  const isWhole = value.include === undefined;
  for (const local of localIncludes(value.include)) {
    if (!tree.has(local)) {
      report('include', `includes ${local}, which was not made`, 'include');
    }
  }
  for (const { name, job } of jobs) {
    for (const key of Object.keys(job).filter(k => !jobKeys.has(k))) {
      report(
        'keyword',
        `job '${name}' has the unknown key '${key}'`,
        name,
        key,
      );
    }
    for (const parent of isWhole ? asTexts(job.extends) : []) {
      if (!names.has(parent)) {
        report(
          'extends',
          `job '${name}' extends '${parent}', which does not exist`,
          name,
          'extends',
        );
      }
    }
    if (name.startsWith('.')) {
      continue;
    }
    const merged = inherit(name, new Map(jobs.map(j => [j.name, j.job])));
    if (isWhole && !['script', 'run', 'trigger'].some(key => key in merged)) {
      report('script', `job '${name}' has no script`, name);
    }
    const stage = merged.stage ?? 'test';
    if (typeof stage === 'string' && !stages.has(stage)) {
      report(
        'stage',
        `job '${name}' is in the stage '${stage}', which 'stages' does not name`,
        name,
        'stage',
      );
    }
    const needed = [
      ...asArray(merged.needs).map(need =>
        typeof need === 'string' ? need : asObject(need).job,
      ),
      ...asTexts(merged.dependencies),
    ].filter((need): need is string => typeof need === 'string');
    for (const need of isWhole ? needed : []) {
      if (!names.has(need) || need.startsWith('.')) {
        report(
          'needs',
          `job '${name}' needs '${need}', which does not exist`,
          name,
          'needs',
        );
      }
    }
  }
  if (!jobs.some(({ name }) => !name.startsWith('.')) && isWhole) {
    report('jobs', 'has no job');
  }
  return findings;
}

function isJob(definition: unknown): boolean {
  const { script, stage } = asObject(definition);
  return script !== undefined && stage !== undefined;
}

function inherit(
  name: string,
  jobs: Map<string, Record<string, unknown>>,
  seen: string[] = [],
): Record<string, unknown> {
  const job = jobs.get(name) ?? {};
  return asTexts(job.extends)
    .filter(parent => !seen.includes(parent))
    .reduceRight<Record<string, unknown>>(
      (own, parent) => ({ ...inherit(parent, jobs, [...seen, name]), ...own }),
      job,
    );
}

function localIncludes(include: unknown): string[] {
  return asArray(include)
    .map(item => (typeof item === 'string' ? item : asObject(item).local))
    .filter((local): local is string => typeof local === 'string')
    .filter(local => !/^https?:|[*]/.test(local))
    .map(local => local.replace(/^\//, ''));
}
