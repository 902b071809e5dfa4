import {
  Document,
  type IRuleResult,
  type RulesetDefinition,
  Spectral,
} from '@stoplight/spectral-core';
import { Json, Yaml } from '@stoplight/spectral-parsers';
import { oas } from '@stoplight/spectral-rulesets';
import { textOf, type TreeFile } from '../files/FileTree';
import type { Check } from './Check';

// Of DiagnosticSeverity: 0 is an error and 1 a warning.
const WARNING = 1;

/** Descriptions of APIs. */
export const openapiCheck: Check = {
  name: 'openapi',
  how: "Spectral with its ruleset 'oas', errors and warnings",
  picks: tree =>
    tree
      .matching('**/*.yaml', '**/*.yml', '**/*.json')
      .filter(file =>
        /^[\s{]*["']?(openapi|swagger)["']?\s*:/m.test(textOf(file) ?? ''),
      ),
  async run(files) {
    const spectral = new Spectral();
    spectral.setRuleset({
      // Its type does not know that a ruleset may extend none.
      extends: [[oas as RulesetDefinition, 'recommended']],
      // Whom to ask is what the catalog says, from the owner of the entity.
      rules: { 'info-contact': 'off' },
    });
    const findings = await Promise.all(
      files.map(async file =>
        (
          await spectral.run(documentOf(file))
        )
          .filter(({ severity }) => severity <= WARNING)
          .map(result => ({
            file: file.path,
            line: result.range.start.line + 1,
            message: describe(result),
            rule: `spectral/${result.code}`,
          })),
      ),
    );
    return findings.flat();
  },
};

function documentOf(file: TreeFile) {
  const text = textOf(file) ?? '';
  return file.path.endsWith('.json')
    ? new Document(text, Json, file.path)
    : new Document(text, Yaml, file.path);
}

function describe({ message, path }: IRuleResult): string {
  return path.length ? `${message} (${path.join('.')})` : message;
}
