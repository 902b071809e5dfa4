import { LineCounter, parseAllDocuments } from 'yaml';
import type { Check } from './Check';
import { parseAll } from './parseAll';

/** YAML is well-formed, with no key twice. Charts of Helm are templates of YAML, and left out. */
export const yamlCheck: Check = {
  name: 'yaml',
  how: 'yaml (npm)',
  picks: tree =>
    tree
      .matching('**/*.yaml', '**/*.yml')
      .filter(file => !/(^|\/)charts?\/.*templates\//.test(file.path)),
  run: async files =>
    parseAll(files, 'yaml/syntax', text => {
      const lineCounter = new LineCounter();
      const documents = parseAllDocuments(text, {
        lineCounter,
        prettyErrors: false,
        // GitLab and CloudFormation have tags of their own.
        logLevel: 'silent',
      });
      const [error] = [documents].flat().flatMap(document => document.errors);
      return (
        error && {
          message: error.message,
          line: lineCounter.linePos(error.pos[0]).line,
        }
      );
    }),
};
