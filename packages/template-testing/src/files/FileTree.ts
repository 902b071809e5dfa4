import fs from 'node:fs/promises';
import path from 'node:path';
import picomatch from 'picomatch';

/** One file that a template made. */
export interface TreeFile {
  /** Relative to the root of what was made, with slashes. */
  path: string;
  content: Buffer;
  executable: boolean;
}

// git decides the same way: text has no zero byte near its beginning.
const SNIFFED_BYTES = 8000;

/** The files that one run of a template made. */
export class FileTree {
  static create(files: TreeFile[]): FileTree {
    return new FileTree([...files].sort((a, b) => (a.path < b.path ? -1 : 1)));
  }

  /** Reads a folder. Symbolic links are not followed, and not part of the tree. */
  static async read(folder: string): Promise<FileTree> {
    const entries = await fs.readdir(folder, {
      recursive: true,
      withFileTypes: true,
    });
    return FileTree.create(
      await Promise.all(
        entries
          .filter(entry => entry.isFile())
          .map(async entry => {
            const file = path.join(entry.parentPath, entry.name);
            return {
              path: path.relative(folder, file).split(path.sep).join('/'),
              content: await fs.readFile(file),
              // The mode is a set of bits: whether its owner may run it.
              // eslint-disable-next-line no-bitwise
              executable: Boolean((await fs.stat(file)).mode & 0o100),
            };
          }),
      ),
    );
  }

  private constructor(readonly files: readonly TreeFile[]) {}

  has(file: string): boolean {
    return this.files.some(candidate => candidate.path === file);
  }

  /** The text of a file, or undefined where there is none or it is binary. */
  text(file: string): string | undefined {
    const found = this.files.find(candidate => candidate.path === file);
    return found && textOf(found);
  }

  /** The files whose path matches one of the globs; a leading dot counts as any other character. */
  matching(...globs: string[]): TreeFile[] {
    const isMatch = picomatch(globs, { dot: true });
    return this.files.filter(file => isMatch(file.path));
  }

  /** Writes the files into a folder, which programs such as a compiler can then work in. */
  async writeTo(folder: string): Promise<void> {
    for (const file of this.files) {
      const target = path.join(folder, file.path);
      await fs.mkdir(path.dirname(target), { recursive: true });
      await fs.writeFile(target, file.content, {
        mode: file.executable ? 0o755 : 0o644,
      });
    }
  }
}

/** The text of a file, or undefined where it is binary. */
export function textOf(file: TreeFile): string | undefined {
  return file.content.subarray(0, SNIFFED_BYTES).includes(0)
    ? undefined
    : file.content.toString('utf8');
}

/** The number of the line that an offset lies on, from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** The number of the first line that contains a text, or undefined. */
export function lineOf(text: string, part: string): number | undefined {
  const offset = text.indexOf(part);
  return offset < 0 ? undefined : lineAt(text, offset);
}
