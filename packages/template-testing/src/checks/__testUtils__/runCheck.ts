import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { FileTree } from '../../files/FileTree';
import type { Check, CheckContext, Finding } from '../Check';
import { runChecks } from '../runChecks';

/** Runs one check over files that are given as texts. */
export async function runCheck(
  check: Check,
  files: Record<string, string>,
  context: Partial<CheckContext> = {},
): Promise<Finding[]> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'check-'));
  const tree = FileTree.create(
    Object.entries(files).map(([file, text]) => ({
      path: file,
      content: Buffer.from(text),
      executable: false,
    })),
  );
  try {
    await tree.writeTo(folder);
    const [outcome] = await runChecks([check], {
      tree,
      folder,
      cacheFolder: path.join(folder, '.cache'),
      ...context,
    });
    if (!outcome) {
      throw new Error(`${check.name} picked none of ${Object.keys(files)}`);
    }
    if (outcome.missing) {
      throw new Error(outcome.missing);
    }
    return outcome.findings;
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
}
