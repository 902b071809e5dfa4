import { textOf, type TreeFile } from '../files/FileTree';
import type { Finding } from './Check';

/** What a parser has against a text, at most one thing. */
export type Parse = (text: string) => { message: string; line?: number } | void;

/** A finding for each file that a parser does not accept. A parser that throws does not accept either. */
export function parseAll(
  files: TreeFile[],
  rule: string,
  parse: Parse,
): Finding[] {
  return files.flatMap(file => {
    const text = textOf(file);
    if (text === undefined) {
      return [{ file: file.path, rule, message: 'is binary, not text' }];
    }
    try {
      const problem = parse(text);
      return problem ? [{ file: file.path, rule, ...problem }] : [];
    } catch (error) {
      return [
        {
          file: file.path,
          rule,
          message: error instanceof Error ? error.message : String(error),
          line: (error as { line?: number }).line,
        },
      ];
    }
  });
}
