import { InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { Expectations } from './caseFileSchema';
import { conditionalInputs, enumeratedInputs } from './enumeratedInputs';
import { pairwise, type Row } from './pairwise';
import type { TestTemplate } from './TestTemplate';

/** One run of a template, and what is expected of it. */
export interface TestCase {
  template: TestTemplate;
  /** The file that it comes from. */
  file: string;
  title: string;
  /** The title as the name of a folder. */
  slug: string;
  values: JsonObject;
  expect: Expectations;
}

/** All runs that the case files of a template ask for. */
export function planCases(template: TestTemplate): TestCase[] {
  const cases = template.caseFiles.flatMap(({ file, content }) => {
    const { title = '', values, cases: listed, expect = {} } = content;
    const given = listed ?? [{ title, values: values ?? {} }];
    const wanted = content.pairwise
      ? vary(template, title, given[0].values)
      : given;
    return wanted.map(one => ({
      template,
      file,
      slug: slugOf(one.title),
      expect,
      ...one,
    }));
  });
  const twice = cases.find(
    (one, index) => cases.findIndex(c => c.slug === one.slug) !== index,
  );
  if (twice) {
    throw new InputError(
      `${twice.file}: another case of the template is called '${twice.title}' too. Golden files are kept by title: choose another.`,
    );
  }
  return cases;
}

function vary(template: TestTemplate, title: string, values: JsonObject) {
  const { parameters } = template.entity.spec;
  const rows = pairwise(enumeratedInputs(parameters));
  if (!rows.length) {
    throw new InputError(
      `${template.name}: '${title}' is pairwise, but no input of the template is an enum or a boolean. Take 'pairwise' out.`,
    );
  }
  const conditional = conditionalInputs(parameters);
  return rows.map((row, index) => ({
    title: `${title}: ${describe(row)}`,
    values: {
      // What the row does not ask for must not stay from the base: the form would not have sent it.
      ...Object.fromEntries(
        Object.entries(values).filter(
          ([name]) =>
            !conditional.includes(name) ||
            name in row ||
            !isVaried(parameters, name),
        ),
      ),
      ...row,
      // Names of their own, so that the rows can run side by side.
      ...(typeof values.name === 'string' && {
        name: `${values.name}-${index + 1}`,
      }),
    },
  }));
}

function isVaried(
  parameters: JsonObject | JsonObject[] | undefined,
  name: string,
): boolean {
  return enumeratedInputs(parameters).some(factor => factor.name === name);
}

function describe(row: Row): string {
  return Object.entries(row)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}

function slugOf(title: string): string {
  return title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
