import { textOf } from '../files/FileTree';
import type { Check, Finding } from './Check';
import { type GroovyBlock, parseGroovyBlocks } from './parseGroovyBlocks';

// https://www.jenkins.io/doc/book/pipeline/syntax/
const pipelineSections = new Set(
  'agent stages post environment options parameters triggers tools libraries'.split(
    ' ',
  ),
);
const stageSections = new Set(
  'agent steps stages parallel matrix post environment options tools input when failFast'.split(
    ' ',
  ),
);
const postConditions = new Set(
  'always changed fixed regression aborted failure success unstable unsuccessful cleanup notBuilt'.split(
    ' ',
  ),
);
// What a stage does: exactly one of them.
const stageBodies = ['steps', 'stages', 'parallel', 'matrix'];

/** Declarative pipelines of Jenkins. */
export const jenkinsCheck: Check = {
  name: 'jenkins',
  how: 'structure: braces match, pipeline with agent and stages, known sections, each stage with one body',
  picks: tree =>
    tree.matching('**/Jenkinsfile', '**/Jenkinsfile.*', '**/*.jenkinsfile'),
  run: async files =>
    files.flatMap(file =>
      checkJenkinsfile(textOf(file) ?? '').map(finding => ({
        file: file.path,
        ...finding,
      })),
    ),
};

type Problem = Omit<Finding, 'file'>;

function checkJenkinsfile(text: string): Problem[] {
  const { blocks, problem } = parseGroovyBlocks(text);
  if (problem) {
    return [{ ...problem, rule: 'jenkins/braces' }];
  }
  const pipeline = blocks.find(block => block.name === 'pipeline');
  if (!pipeline) {
    return [
      { line: 1, message: "has no 'pipeline { }'", rule: 'jenkins/pipeline' },
    ];
  }
  return [
    ...unknownSections(pipeline, pipelineSections),
    ...['agent', 'stages']
      .filter(name => !sections(pipeline).includes(name))
      .map(name => ({
        line: pipeline.line,
        message: `the pipeline has no '${name}'`,
        rule: 'jenkins/sections',
      })),
    ...checkPost(pipeline),
    ...pipeline.blocks
      .filter(({ name }) => name === 'stages')
      .flatMap(checkStages),
  ];
}

function checkStages(stages: GroovyBlock): Problem[] {
  const own = stages.blocks.filter(({ name }) => name === 'stage');
  return own.length
    ? own.flatMap(checkStage)
    : [
        {
          line: stages.line,
          message: `'${stages.name}' has no stage`,
          rule: 'jenkins/stages',
        },
      ];
}

function checkStage(stage: GroovyBlock): Problem[] {
  const bodies = stage.blocks.filter(({ name }) => stageBodies.includes(name));
  const named = /^stage\s*\(\s*(['"]).+\1\s*\)$/.test(stage.header);
  const problems: Problem[] = [
    ...unknownSections(stage, stageSections),
    ...checkPost(stage),
  ];
  if (!named) {
    problems.push({
      line: stage.line,
      message: "a stage needs a name, as in stage('Build')",
      rule: 'jenkins/stage-name',
    });
  }
  if (bodies.length !== 1) {
    problems.push({
      line: stage.line,
      message: `${
        stage.header
      } needs one of steps, stages, parallel and matrix, and has ${
        bodies.map(({ name }) => name).join(' and ') || 'none'
      }`,
      rule: 'jenkins/stage-body',
    });
  }
  return [
    ...problems,
    ...bodies.flatMap(body => {
      if (body.name === 'steps') {
        return body.text.trim()
          ? []
          : [
              {
                line: body.line,
                message: `${stage.header} has no steps`,
                rule: 'jenkins/steps',
              },
            ];
      }
      return body.name === 'matrix'
        ? body.blocks
            .filter(({ name }) => name === 'stages')
            .flatMap(checkStages)
        : checkStages(body);
    }),
  ];
}

function checkPost(block: GroovyBlock): Problem[] {
  return block.blocks
    .filter(({ name }) => name === 'post')
    .flatMap(post => unknownSections(post, postConditions));
}

function unknownSections(block: GroovyBlock, known: Set<string>): Problem[] {
  return block.blocks
    .filter(({ name }) => !known.has(name))
    .map(({ name, line }) => ({
      line,
      message: `'${block.name}' has the unknown section '${name}'`,
      rule: 'jenkins/sections',
    }));
}

// `agent any` and `failFast true` have no block of their own.
function sections(block: GroovyBlock): string[] {
  return [
    ...block.blocks.map(({ name }) => name),
    ...block.text.split('\n').map(line => line.trim().split(/\s/)[0]),
  ];
}
