import { lineAt } from '../files/FileTree';

/** `header { ... }` of Groovy. */
export interface GroovyBlock {
  /** The first word of the header. */
  name: string;
  /** What stands before the brace. */
  header: string;
  line: number;
  /** What stands between the braces. */
  text: string;
  blocks: GroovyBlock[];
}

/** What was found, and what kept it from being read whole. */
export interface GroovyBlocks {
  blocks: GroovyBlock[];
  problem?: { message: string; line: number };
}

// Comments and strings may hold any brace. The order matters: three quotes are no empty string.
const literals =
  /\/\*[\s\S]*?\*\/|'''[\s\S]*?'''|"""[\s\S]*?"""|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|\/\/[^\n]*/g;
const closing: Record<string, string> = { '{': '}', '(': ')', '[': ']' };

/** Reads how blocks lie in each other. It knows strings, comments and brackets of Groovy, and nothing of its statements. */
export function parseGroovyBlocks(text: string): GroovyBlocks {
  // Blanked out, not taken out, so that offsets stay.
  const code = text.replace(literals, found =>
    found.replace(/[^\n]/g, found.startsWith('/') ? ' ' : '_'),
  );
  const root: GroovyBlock = {
    name: '',
    header: '',
    line: 1,
    text,
    blocks: [],
  };
  const open: { bracket: string; offset: number; block: GroovyBlock }[] = [];
  for (const match of code.matchAll(/[{}()[\]]/g)) {
    const [bracket] = match;
    const offset = match.index;
    if (bracket in closing) {
      const block = bracket === '{' ? blockAt(text, code, offset) : undefined;
      const parent = open.at(-1)?.block ?? root;
      if (block) {
        parent.blocks.push(block);
      }
      open.push({ bracket, offset, block: block ?? parent });
      continue;
    }
    const last = open.pop();
    if (!last || closing[last.bracket] !== bracket) {
      return {
        blocks: root.blocks,
        problem: {
          message: last
            ? `'${bracket}' closes the '${last.bracket}' of line ${lineAt(
                text,
                last.offset,
              )}`
            : `'${bracket}' closes nothing`,
          line: lineAt(text, offset),
        },
      };
    }
    if (bracket === '}') {
      last.block.text = code.slice(last.offset + 1, offset);
    }
  }
  const unclosed = open.at(-1);
  return {
    blocks: root.blocks,
    ...(unclosed && {
      problem: {
        message: `'${unclosed.bracket}' is never closed`,
        line: lineAt(text, unclosed.offset),
      },
    }),
  };
}

function blockAt(text: string, code: string, offset: number): GroovyBlock {
  const start = Math.max(
    ...['\n', ';', '{', '}'].map(mark => code.lastIndexOf(mark, offset - 1)),
  );
  const header = text.slice(start + 1, offset).trim();
  return {
    name: header.match(/^\w+/)?.[0] ?? '',
    header,
    line: lineAt(text, offset),
    text: '',
    blocks: [],
  };
}
