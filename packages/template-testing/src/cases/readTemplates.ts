import fs from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '@backstage/errors';
import { parseDocument } from 'yaml';
import type { Finding } from '../checks/Check';
import { readCaseFile } from './readCaseFile';
import type { TestTemplate } from './TestTemplate';

/**
 * Reads the templates below a folder that have a `tests` folder. What is wrong with one of them does not keep the others from
 * being tested.
 *
 * @param folder - Each folder in it that holds a template.yaml is a template.
 * @param only - The names to read; all without one.
 */
export async function readTemplates(
  folder: string,
  only: string[],
): Promise<{ templates: TestTemplate[]; problems: Finding[] }> {
  const entries = await fs
    .readdir(folder, { withFileTypes: true })
    .catch(error => {
      throw new InputError(
        `The folder ${folder} cannot be read (${error.code}). Name the folder that holds your templates with --templates.`,
      );
    });
  const folders = entries.filter(e => e.isDirectory()).map(e => e.name);
  const unknown = only.find(name => !folders.includes(name));
  if (unknown) {
    throw new InputError(
      `No template '${unknown}' in ${folder}. There are: ${
        folders.join(', ') || 'none'
      }.`,
    );
  }
  const templates: TestTemplate[] = [];
  const problems: Finding[] = [];
  for (const name of (only.length ? only : folders).sort()) {
    try {
      const template = await readTemplate(path.join(folder, name));
      templates.push(...(template ? [template] : []));
    } catch (error) {
      problems.push({
        file: path.join(folder, name),
        rule: 'cases',
        message: error instanceof Error ? error.message : String(error),
      });
    }
  }
  return { templates, problems };
}

async function readTemplate(folder: string): Promise<TestTemplate | undefined> {
  const file = path.join(folder, 'template.yaml');
  const text = await fs.readFile(file, 'utf8').catch(() => undefined);
  const tests = path.join(folder, 'tests');
  const names = (await fs.readdir(tests).catch(() => [])).filter(name =>
    /\.ya?ml$/.test(name),
  );
  if (text === undefined || !names.length) {
    return undefined;
  }
  return {
    name: path.basename(folder),
    folder,
    file,
    entity: readTemplateEntity(file, text),
    caseFiles: await Promise.all(
      names.sort().map(async name => {
        const caseFile = path.join(tests, name);
        const shown = path.relative(
          path.dirname(path.dirname(folder)),
          caseFile,
        );
        return {
          file: shown,
          content: readCaseFile(shown, await fs.readFile(caseFile, 'utf8')),
        };
      }),
    ),
  };
}

function readTemplateEntity(
  file: string,
  text: string,
): TestTemplate['entity'] {
  const document = parseDocument(text);
  const entity = document.errors.length ? undefined : document.toJS();
  if (document.errors.length) {
    throw new InputError(`${file}: not YAML: ${document.errors[0].message}`);
  }
  if (entity?.kind !== 'Template' || !Array.isArray(entity?.spec?.steps)) {
    throw new InputError(
      `${file} is not a template: it needs kind Template and spec.steps.`,
    );
  }
  return entity;
}
