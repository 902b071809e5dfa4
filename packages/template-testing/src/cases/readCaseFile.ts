import { InputError } from '@backstage/errors';
import { LineCounter, parseDocument } from 'yaml';
import { caseFileSchema, type CaseFile } from './caseFileSchema';

/**
 * Reads a case file.
 *
 * @throws InputError that says where, what is wrong and what to do.
 */
export function readCaseFile(file: string, text: string): CaseFile {
  const lineCounter = new LineCounter();
  // Aliases are bounded: a short file must not become a huge one.
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const [broken] = document.errors;
  if (broken) {
    const { line, col } = lineCounter.linePos(broken.pos[0]);
    throw new InputError(
      `${file}:${line}:${col}: not YAML: ${broken.message} Mend it there.`,
    );
  }
  const result = caseFileSchema.safeParse(toJs(file, document));
  if (result.success) {
    return result.data;
  }
  const problems = result.error.issues.map(({ path, message }) => {
    const where = path.map(String);
    const node = nearestRange(document, where);
    const { line } = lineCounter.linePos(node ?? 0);
    return `${file}:${line}: ${where.join('.') || 'the file'}: ${message}`;
  });
  throw new InputError(
    `${problems.join(
      '\n',
    )}\nSee docs/platform-guide/template-tests.md for what a case file may say.`,
  );
}

function toJs(file: string, document: ReturnType<typeof parseDocument>) {
  try {
    return document.toJS({ maxAliasCount: 50 });
  } catch (error) {
    throw new InputError(
      `${file}: ${
        error instanceof Error ? error.message : error
      }. Write the values out.`,
    );
  }
}

function nearestRange(
  document: ReturnType<typeof parseDocument>,
  path: string[],
): number | undefined {
  for (let length = path.length; length > 0; length--) {
    const steps = path
      .slice(0, length)
      .map(step => (/^\d+$/.test(step) ? Number(step) : step));
    const node: unknown = document.hasIn(steps)
      ? document.getIn(steps, true)
      : undefined;
    const range = (node as { range?: [number, number, number] } | undefined)
      ?.range;
    if (range) {
      return range[0];
    }
  }
  return undefined;
}
