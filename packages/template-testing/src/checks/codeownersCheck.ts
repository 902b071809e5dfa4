import { textOf } from '../files/FileTree';
import type { Check } from './Check';

/** CODEOWNERS gives every file to a group, so that nobody's holiday blocks a change. */
export const codeownersCheck: Check = {
  name: 'codeowners',
  how: 'structure: a rule for everything, each rule names a group',
  picks: tree => tree.matching('**/CODEOWNERS'),
  run: async files =>
    files.flatMap(file => {
      const rules = (textOf(file) ?? '')
        .split('\n')
        .map((text, index) => ({
          line: index + 1,
          words: text
            .replace(/(^|\s)#.*/, '')
            .trim()
            .split(/\s+/),
        }))
        .filter(({ words }) => words[0] !== '' && !words[0].startsWith('['));
      const ownerless = rules
        .filter(({ words }) => words.length < 2)
        .map(({ line, words }) => ({
          file: file.path,
          line,
          message: `'${words[0]}' has no owner`,
          rule: 'codeowners/owner',
        }));
      const people = rules.flatMap(({ line, words }) =>
        words
          .slice(1)
          .filter(owner => !/^@?[\w.-]+(\/[\w./-]+)?$/.test(owner))
          .map(owner => ({
            file: file.path,
            line,
            message: `'${owner}' is not a group; name one as @organisation/group`,
            rule: 'codeowners/group',
          })),
      );
      return rules.some(({ words }) => words[0] === '*')
        ? [...ownerless, ...people]
        : [
            ...ownerless,
            ...people,
            {
              file: file.path,
              message: "has no rule for everything ('*')",
              rule: 'codeowners/everything',
            },
          ];
    }),
};
