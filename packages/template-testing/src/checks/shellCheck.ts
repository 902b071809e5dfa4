import path from 'node:path';
import { runProgram } from '../support/runProgram';
import { textOf } from '../files/FileTree';
import type { Check } from './Check';

const shebang = /^#!.*\b(ba|da|k)?sh\b/;

/** Shell scripts parse, and stop at the first command that fails. */
export const shellCheck: Check = {
  name: 'shell',
  how: 'bash -n; structure: set -e or a shebang with -e',
  picks: tree =>
    tree.files.filter(
      file =>
        file.path.endsWith('.sh') ||
        (file.executable && shebang.test(textOf(file) ?? '')),
    ),
  async run(files, { folder }) {
    const findings = await Promise.all(
      files.map(async file => {
        const { code, output } = await runProgram('bash', [
          '-n',
          path.join(folder, file.path),
        ]);
        const text = textOf(file) ?? '';
        if (code !== 0) {
          return {
            file: file.path,
            line: Number(output.match(/line (\d+)/)?.[1]) || undefined,
            message: output.trim().replaceAll(`${folder}/`, ''),
            rule: 'shell/syntax',
          };
        }
        return /^\s*set -[a-z]*e|^#!.* -[a-z]*e/m.test(text)
          ? []
          : {
              file: file.path,
              line: 1,
              message: "goes on after a command that failed; add 'set -eu'",
              rule: 'shell/stops-at-failure',
            };
      }),
    );
    return findings.flat();
  },
};
