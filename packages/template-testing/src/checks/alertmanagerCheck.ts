import path from 'node:path';
import { isInstalled, runProgram } from '../support/runProgram';
import type { Check } from './Check';
import { readYaml } from './readYaml';

/** The configuration of Alertmanager: routes lead to receivers that are there. */
export const alertmanagerCheck: Check = {
  name: 'alertmanager',
  how: 'amtool check-config',
  picks: tree =>
    tree
      .matching('**/*.yaml', '**/*.yml')
      .filter(file =>
        readYaml(file).some(
          ({ value }) => value.route && value.receivers && !value.apiVersion,
        ),
      ),
  async run(files, { folder }) {
    const findings = await Promise.all(
      files.map(async file => {
        const { code, output } = await runProgram('amtool', [
          'check-config',
          path.join(folder, file.path),
        ]);
        return code === 0
          ? []
          : [
              {
                file: file.path,
                line: Number(output.match(/line (\d+)/)?.[1]) || undefined,
                message: output.trim().replaceAll(`${folder}/`, ''),
                rule: 'amtool/check-config',
              },
            ];
      }),
    );
    return findings.flat();
  },
  missing: async () =>
    (await isInstalled('amtool'))
      ? undefined
      : 'amtool is missing: install Alertmanager (Debian or Ubuntu: apt-get install prometheus-alertmanager)',
};
