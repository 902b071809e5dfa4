import type { Check } from './Check';
import { parseAll } from './parseAll';

// Compilers and editors read these with comments, which JSON does not have.
const withComments =
  /(^|\/)(tsconfig[^/]*|\.vscode\/[^/]+|\.devcontainer\/[^/]+|renovate|\.eslintrc)\.json$/;

/** JSON is well-formed. */
export const jsonCheck: Check = {
  name: 'json',
  how: 'JSON.parse',
  picks: tree =>
    tree.matching('**/*.json').filter(file => !withComments.test(file.path)),
  run: async files =>
    parseAll(files, 'json/syntax', text => {
      JSON.parse(text);
    }),
};
