import fs from 'node:fs/promises';
import path from 'node:path';
import { createTwoFilesPatch } from 'diff';
import type { Finding } from '../checks/Check';
import { FileTree, textOf, type TreeFile } from '../files/FileTree';

const CONTEXT_LINES = 3;

/**
 * Compares what was made with the golden files of a case.
 *
 * @returns a finding for each file that differs, with the difference as its message.
 */
export async function compareWithGolden(
  tree: FileTree,
  folder: string,
): Promise<Finding[]> {
  const isThere = await fs.stat(folder).catch(() => undefined);
  if (!isThere) {
    return [
      {
        file: folder,
        rule: 'golden',
        message:
          'there are no golden files yet; look at what is made, then write them with --update',
      },
    ];
  }
  return compareTrees(await FileTree.read(folder), tree);
}

/** Writes what was made as the golden files of a case. */
export async function updateGolden(
  tree: FileTree,
  folder: string,
): Promise<void> {
  await fs.rm(folder, { recursive: true, force: true });
  await tree.writeTo(folder);
}

/** The path of the golden files of a case. */
export function goldenFolder(templateFolder: string, slug: string): string {
  return path.join(templateFolder, 'tests', 'golden', slug);
}

/** A finding for each file that differs. */
export function compareTrees(golden: FileTree, made: FileTree): Finding[] {
  const paths = new Set(
    [...golden.files, ...made.files].map(file => file.path),
  );
  return [...paths].sort().flatMap(file => {
    const before = golden.files.find(candidate => candidate.path === file);
    const after = made.files.find(candidate => candidate.path === file);
    const message = difference(file, before, after);
    return message ? [{ file, rule: 'golden', message }] : [];
  });
}

function difference(
  file: string,
  before: TreeFile | undefined,
  after: TreeFile | undefined,
): string | undefined {
  if (!before) {
    return 'is new: no golden file has this name';
  }
  if (!after) {
    return 'is no longer made, but there is a golden file';
  }
  if (before.content.equals(after.content)) {
    return before.executable === after.executable
      ? undefined
      : `is ${after.executable ? 'now' : 'no longer'} executable`;
  }
  const [old, now] = [textOf(before), textOf(after)];
  if (old === undefined || now === undefined) {
    return 'differs (a binary file)';
  }
  const patch = createTwoFilesPatch(file, file, old, now, 'golden', 'made', {
    context: CONTEXT_LINES,
  });
  // The first line only underlines what the title of the finding says already.
  return `differs:\n${patch.split('\n').slice(1).join('\n').trimEnd()}`;
}
