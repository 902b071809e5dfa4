import { lineAt, textOf, type TreeFile } from '../files/FileTree';
import type { Check, Finding } from './Check';

// What belongs to the scaffolder alone. Many formats use `${{` or `{{` themselves, but none with these names.
const scaffolderNames =
  /(\$\{\{|\{\{|\{%)-?\s*(if |for |set )?\s*(not )?(values|parameters|steps\.\w+\.output|user\.entity|templateInfo)\b[^}\n]*(\}\}|%\})?/g;
const scaffolderBlocks =
  /\{%-?\s*(if|elif|else|endif|for|endfor|set|raw|endraw|macro|endmacro)\b[^%]*%\}/g;
const anyExpression = /\$\{\{[^}\n]*\}\}/g;
const leftovers = /\b(undefined|\[object Object\])(?=["'\s]|$)/gm;

// GitHub Actions and Azure Pipelines write `${{ }}` themselves.
const ownExpressions =
  /(^|\/)(\.github\/.*|\.gitea\/.*|action\.ya?ml|azure-pipelines[^/]*\.ya?ml|\.azuredevops\/.*|pipelines\/.*\.ya?ml|.*\.md|template\.yaml)$/;
// Jinja, Twig and documentation of templates.
const ownBlocks = /\.(j2|jinja2?|njk|twig|liquid|html|md)$|(^|\/)macros\//;
// Data and settings, in which the word `undefined` can only be a value that was not there.
const withoutUndefined =
  /\.(ya?ml|json|toml|properties|tf|tfvars|md|xml|ini|env)$|(^|\/)(Dockerfile|CODEOWNERS)$/;

/** Nothing is left that the scaffolder should have replaced. */
export const unrenderedCheck: Check = {
  name: 'unrendered',
  how: 'structure: no expression of the scaffolder is left, no value became undefined',
  picks: tree => tree.files.filter(file => textOf(file) !== undefined),
  run: async (files, { inputs = [] }) =>
    files.flatMap(file => checkFile(file, inputs)),
};

function checkFile(file: TreeFile, inputs: string[]): Finding[] {
  const text = textOf(file) ?? '';
  const rules: [string, RegExp, string][] = [
    ['unrendered/expression', scaffolderNames, 'was not rendered'],
  ];
  if (!ownExpressions.test(file.path)) {
    rules.push(['unrendered/expression', anyExpression, 'was not rendered']);
  }
  if (!ownBlocks.test(file.path)) {
    rules.push(['unrendered/block', scaffolderBlocks, 'was not rendered']);
  }
  const found = rules.flatMap(([rule, pattern, message]) =>
    [...text.matchAll(pattern)]
      // Somebody may write such characters into a form; then they have to come out as they were.
      .filter(
        ([expression]) => !inputs.some(input => input.includes(expression)),
      )
      .map(match => ({
        file: file.path,
        line: lineAt(text, match.index),
        message: `'${match[0].trim()}' ${message}`,
        rule,
      })),
  );
  const empty = withoutUndefined.test(file.path)
    ? [...text.matchAll(leftovers)]
        .filter(match => isValue(text, match.index))
        .map(match => ({
          file: file.path,
          line: lineAt(text, match.index),
          message: `a value became '${match[0]}': the template uses one that it was not given`,
          rule: 'unrendered/undefined',
        }))
    : [];
  // One place can break several rules; one finding for it is enough.
  return [...found, ...empty].filter(
    (finding, index, all) =>
      all.findIndex(other => other.line === finding.line) === index,
  );
}

// `undefined` after a colon, an equals sign or a quote is a value; in a sentence it is a word.
function isValue(text: string, offset: number): boolean {
  return /[:=["'/-]\s?$/.test(text.slice(Math.max(0, offset - 2), offset));
}
