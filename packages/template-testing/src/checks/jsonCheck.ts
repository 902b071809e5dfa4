import { textOf } from '../files/FileTree';
import type { Check } from './Check';

// Compilers and editors read these with comments, which JSON does not have.
const withComments =
  /(^|\/)(tsconfig[^/]*|\.vscode\/[^/]+|\.devcontainer\/[^/]+|renovate|\.eslintrc)\.json$/;

/** JSON is well-formed. */
export const jsonCheck: Check = {
  name: 'json',
  how: 'JSON.parse',
  picks: tree =>
    tree.matching('**/*.json').filter(file => !withComments.test(file.path)),
  async run(files) {
    return files.flatMap(file => {
      try {
        JSON.parse(textOf(file) ?? '');
        return [];
      } catch (error) {
        return [
          {
            file: file.path,
            rule: 'json/syntax',
            message: error instanceof Error ? error.message : String(error),
          },
        ];
      }
    });
  },
};
