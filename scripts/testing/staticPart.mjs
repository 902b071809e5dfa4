import path from 'node:path';
import { ensureMkdocs, mkdocsCure } from '../bootstrap/systemTools.mjs';
import { repositoryRoot } from '../support/paths.mjs';
import { runQuietly } from '../support/runStep.mjs';
import { lintDockerfile } from './lintDockerfile.mjs';
import { packageProgram } from './tools.mjs';

const lintable = /\.(ts|mts|tsx|js|mjs|cjs)$/;
const formattable = /\.(ts|tsx|js|mjs|cjs|json|md|yaml|yml)$/;

/** Everything that can be judged without running the portal; each check counts as one. */
export async function staticPart({ changes }) {
  const result = { passed: 0, failed: 0, skipped: 0 };
  for (const [title, check] of await checks(changes)) {
    const startedAt = Date.now();
    const outcome = await check();
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    result[outcome.state]++;
    console.log(`${marks[outcome.state]} ${title} (${seconds} s)`);
    if (outcome.state !== 'passed') {
      console.log(outcome.output.trim().split('\n').slice(-60).join('\n'));
    }
  }
  return result;
}

const marks = { passed: '✔', failed: '✖', skipped: '-' };

async function checks(changes) {
  const lintFiles = changes?.files.filter(file => lintable.test(file)) ?? ['.'];
  const formatFiles = changes?.files.filter(file => formattable.test(file)) ?? [
    '.',
  ];
  const node =
    (file, ...args) =>
    () =>
      program(process.execPath, [packageProgram(file), ...args]);
  return [
    ['types', node('typescript/bin/tsc', '--noEmit', '--incremental', 'false')],
    [
      'lint',
      lintFiles.length
        ? node(
            'eslint/bin/eslint.js',
            '--max-warnings',
            '0',
            '--no-error-on-unmatched-pattern',
            '--ext',
            '.ts,.tsx,.js,.mjs,.mts',
            ...lintFiles,
          )
        : nothing,
    ],
    [
      'formatting',
      formatFiles.length
        ? node('prettier/bin-prettier.js', '--check', ...formatFiles)
        : nothing,
    ],
    [
      'configuration',
      node(
        '@backstage/cli/bin/backstage-cli',
        'config:check',
        '--lax',
        '--strict',
        '--config',
        'app-config.yaml',
        '--config',
        'app-config.production.yaml',
      ),
    ],
    [
      'API contracts and their generated types',
      () =>
        program(process.execPath, [
          path.join(repositoryRoot, 'scripts/schema/generateSchemas.mjs'),
          '--check',
        ]),
    ],
    ['documentation builds without warnings', checkDocumentation],
    ['Dockerfile', lintDockerfile],
  ];
}

const nothing = async () => ({ state: 'passed', output: '' });

async function program(command, args) {
  const { code, output } = await runQuietly(command, args);
  return { state: code === 0 ? 'passed' : 'failed', output };
}

async function checkDocumentation() {
  const mkdocs = await ensureMkdocs();
  if (!mkdocs) {
    return missingTool(mkdocsCure);
  }
  const site = path.join(repositoryRoot, '.cache/site');
  return program(path.join(mkdocs.binDirectory, 'mkdocs'), [
    'build',
    '--strict',
    '--quiet',
    '--site-dir',
    site,
  ]);
}

// On a developer's machine a missing tool costs one check; a pipeline must not go green by missing one.
function missingTool(cure) {
  return {
    state: process.env.CI === 'true' ? 'failed' : 'skipped',
    output: cure,
  };
}
