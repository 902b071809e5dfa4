import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { textOf, type TreeFile } from '../files/FileTree';
import { runProgram } from '../support/runProgram';
import type { Check, CheckContext, Finding } from './Check';
import { asObject, type YamlObject } from './readYaml';
import {
  dependencySetOf,
  installDependencies,
  withoutNpmSettings,
} from './typescript/installDependencies';

const TEST_LIMIT_MS = 180_000;
const exact = /^\d+\.\d+\.\d+([-+][\w.-]+)?$/;

// Many cases make the same project under another name; it is compiled and tested once.
const results = new Map<string, Promise<Finding[]>>();

/** Projects in TypeScript: their dependencies are installed, then they are compiled and their own tests run. */
export const typescriptCheck: Check = {
  name: 'typescript',
  how: 'npm install, tsc --noEmit, npm test; structure: exact versions',
  picks: tree =>
    tree
      .matching('**/package.json', 'package.json')
      .filter(({ path: file }) =>
        tree.has(path.posix.join(path.posix.dirname(file), 'tsconfig.json')),
      ),
  async run(files, context) {
    const findings = [];
    for (const file of files) {
      findings.push(
        ...checkVersions(file),
        ...(await checkOnce(file, context)),
      );
    }
    return findings;
  },
};

function readPackage(file: TreeFile): YamlObject {
  try {
    return asObject(JSON.parse(textOf(file) ?? ''));
  } catch {
    // The check of JSON says what is wrong.
    return {};
  }
}

function checkVersions(file: TreeFile): Finding[] {
  const text = textOf(file) ?? '';
  const set = dependencySetOf(readPackage(file));
  return ['dependencies', 'devDependencies'].flatMap(kind =>
    Object.entries(set[kind] ?? {})
      .filter(([, version]) => !exact.test(version))
      .map(([name, version]) => ({
        file: file.path,
        line:
          text.split('\n').findIndex(line => line.includes(`"${name}"`)) + 1,
        message: `${name} has the version '${version}', which is another one tomorrow; name one`,
        rule: 'typescript/exact-version',
      })),
  );
}

function checkOnce(file: TreeFile, context: CheckContext): Promise<Finding[]> {
  const digest = digestOf(file, context);
  const known = results.get(digest);
  if (known) {
    return known;
  }
  const result = checkProject(file, context);
  results.set(digest, result);
  return result;
}

// Everything beside the project counts, because tests may read it; the name of the case does not.
function digestOf(file: TreeFile, { tree, name }: CheckContext): string {
  const folder = path.posix.dirname(file.path);
  const hash = createHash('sha256').update(file.path);
  for (const other of tree.files) {
    if (
      folder === '.'
        ? isOfProject(other.path)
        : other.path.startsWith(`${folder}/`)
    ) {
      const text = other.content.toString('latin1');
      hash.update(
        `${other.path}\0${name ? text.replaceAll(name, '\0') : text}`,
      );
    }
  }
  return hash.digest('hex');
}

// Pipelines, deployments and documents do not change what the compiler and the tests of a project at the root see.
function isOfProject(file: string): boolean {
  return !/^(\.github|\.azuredevops|deploy|docs|monitoring|scripts)\/|^(catalog-info\.yaml|README\.md|Jenkinsfile|\.gitlab-ci\.yml|azure-pipelines\.yml|mkdocs\.yml|CODEOWNERS|SECURITY\.md|CONTRIBUTING\.md)$/.test(
    file,
  );
}

async function checkProject(
  file: TreeFile,
  { folder, cacheFolder }: CheckContext,
): Promise<Finding[]> {
  const cwd = path.join(folder, path.dirname(file.path));
  const content = readPackage(file);
  try {
    const modules = await installDependencies(
      dependencySetOf(content),
      cacheFolder,
    );
    await fs.symlink(modules, path.join(cwd, 'node_modules'));
  } catch (error) {
    return [
      {
        file: file.path,
        message: error instanceof Error ? error.message : String(error),
        rule: 'typescript/install',
      },
    ];
  }
  return [
    ...(await compile(file, cwd)),
    ...(await runTests(file, cwd, asObject(content.scripts))),
  ];
}

async function compile(file: TreeFile, cwd: string): Promise<Finding[]> {
  const { code, output } = await runProgram(
    process.execPath,
    ['node_modules/typescript/bin/tsc', '--noEmit', '--pretty', 'false'],
    { cwd },
  );
  if (code === 0) {
    return [];
  }
  const folder = path.posix.dirname(file.path);
  const errors = [
    ...output.matchAll(/^(.+?)\((\d+),\d+\): error (TS\d+: .*)$/gm),
  ];
  return errors.length
    ? errors.map(([, source, line, message]) => ({
        file: path.posix.join(folder, source),
        line: Number(line),
        message,
        rule: 'tsc',
      }))
    : [{ file: file.path, message: output.trim(), rule: 'tsc' }];
}

async function runTests(
  file: TreeFile,
  cwd: string,
  scripts: YamlObject,
): Promise<Finding[]> {
  if (!scripts.test) {
    return [
      {
        file: file.path,
        message: 'has no tests: scripts.test is missing',
        rule: 'typescript/tests',
      },
    ];
  }
  const { code, output } = await runProgram('npm', ['test', '--silent'], {
    cwd,
    timeoutMs: TEST_LIMIT_MS,
    env: {
      ...withoutNpmSettings(),
      CI: 'true',
      NO_COLOR: '1',
      FORCE_COLOR: '0',
    },
  });
  return code === 0
    ? []
    : [
        {
          file: file.path,
          message: `npm test failed:\n${output
            .trim()
            .split('\n')
            .slice(-40)
            .join('\n')}`,
          rule: 'typescript/tests',
        },
      ];
}
