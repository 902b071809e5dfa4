import fs from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import type { TreeFile } from '../files/FileTree';
import { isInstalled, runProgram } from '../support/runProgram';
import type { Check, CheckContext, Finding } from './Check';
import { asArray, asObject, readYaml } from './readYaml';

/** Rules of Prometheus, their unit tests, and its own configuration. */
export const prometheusCheck: Check = {
  name: 'prometheus',
  how: 'promtool check rules, test rules, check config; structure: alerts have a severity and a summary',
  picks: tree =>
    tree
      .matching('**/*.yaml', '**/*.yml')
      .filter(file => kindOf(file) !== undefined),
  async run(files, context) {
    const findings = await Promise.all(
      files.map(file => checkFile(file, context)),
    );
    return findings.flat();
  },
  missing: async () =>
    (await isInstalled('promtool'))
      ? undefined
      : 'promtool is missing: install Prometheus (Debian or Ubuntu: apt-get install prometheus)',
};

type Kind = 'rules' | 'resource' | 'tests' | 'config';

function kindOf(file: TreeFile): Kind | undefined {
  const [document] = readYaml(file);
  if (!document) {
    return undefined;
  }
  const { value } = document;
  if (value.kind === 'PrometheusRule') {
    return 'resource';
  }
  if (value.tests && value.rule_files) {
    return 'tests';
  }
  if (value.scrape_configs) {
    return 'config';
  }
  return asArray(value.groups).some(group => asObject(group).rules) &&
    !value.apiVersion
    ? 'rules'
    : undefined;
}

async function checkFile(
  file: TreeFile,
  { folder }: CheckContext,
): Promise<Finding[]> {
  const target = path.join(folder, file.path);
  const cwd = path.dirname(target);
  const failed = async (rule: string, ...args: string[]) => {
    const { code, output } = await runProgram('promtool', args, { cwd });
    return code === 0
      ? []
      : [
          {
            file: file.path,
            line:
              Number(output.match(/\bline (\d+)|:(\d+):\d+/)?.[1]) || undefined,
            message: clean(output, folder),
            rule: `promtool/${rule}`,
          },
        ];
  };
  switch (kindOf(file)) {
    case 'tests':
      return failed('test-rules', 'test', 'rules', target);
    case 'config':
      return failed('check-config', 'check', 'config', '--syntax-only', target);
    case 'resource': {
      // The operator hands the part below `spec` to Prometheus as it is.
      const inner = `${target}.rules.yaml`;
      await fs.writeFile(inner, stringify(readYaml(file)[0].value.spec));
      return [
        ...(await failed('check-rules', 'check', 'rules', inner)),
        ...checkAlerts(file, asObject(readYaml(file)[0].value.spec).groups),
      ];
    }
    default:
      return [
        ...(await failed('check-rules', 'check', 'rules', target)),
        ...checkAlerts(file, readYaml(file)[0].value.groups),
      ];
  }
}

function checkAlerts(file: TreeFile, groups: unknown): Finding[] {
  return asArray(groups)
    .flatMap(group => asArray(asObject(group).rules).map(asObject))
    .filter(({ alert }) => alert)
    .flatMap(({ alert, labels, annotations }) =>
      [
        asObject(labels).severity ? '' : 'has no severity',
        asObject(annotations).summary ? '' : 'has no summary',
      ]
        .filter(Boolean)
        .map(problem => ({
          file: file.path,
          message: `alert ${alert} ${problem}`,
          rule: 'prometheus/alert',
        })),
    );
}

function clean(output: string, folder: string): string {
  return output
    .replaceAll(`${folder}/`, '')
    .split('\n')
    .filter(
      line => line.trim() && !/SUCCESS|^Checking|^Unit Testing/.test(line),
    )
    .slice(0, 30)
    .join('\n');
}
