import type { PreviewFile } from '@portal/plugin-scaffolder-portal-common';

/** A folder with what is in it: folders first, each by name. */
export type FileTree = {
  folders: Array<{ name: string; path: string; tree: FileTree }>;
  files: Array<{ name: string; file: PreviewFile }>;
};

/** Puts files into their folders. */
export function toFileTree(
  files: readonly PreviewFile[],
  below = '',
): FileTree {
  const tree: FileTree = { folders: [], files: [] };
  const inFolders = new Map<string, PreviewFile[]>();
  for (const file of files) {
    const [name, ...rest] = file.path.slice(below.length).split('/');
    if (rest.length === 0) {
      tree.files.push({ name, file });
    } else {
      inFolders.set(name, [...(inFolders.get(name) ?? []), file]);
    }
  }
  for (const [name, inside] of inFolders) {
    const path = `${below}${name}/`;
    tree.folders.push({ name, path, tree: toFileTree(inside, path) });
  }
  const byName = (one: { name: string }, other: { name: string }) =>
    one.name.localeCompare(other.name);
  tree.folders.sort(byName);
  tree.files.sort(byName);
  return tree;
}
