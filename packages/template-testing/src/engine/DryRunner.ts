import fs from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '@backstage/errors';
import type { TestCase } from '../cases/planCases';
import { FileTree } from '../files/FileTree';
import type { DryRunFile, EngineClient } from './EngineClient';
import type { RunResult, TemplateRunner } from './RunResult';

/**
 * Runs templates without their effects. For templates that publish to a Git host, which no test may reach: what would have been
 * published is what is left in the workspace.
 */
export class DryRunner implements TemplateRunner {
  readonly description = 'dry runs';

  static create(client: EngineClient): DryRunner {
    return new DryRunner(client);
  }

  private constructor(private readonly client: EngineClient) {}

  async run({ template, values }: TestCase): Promise<RunResult> {
    const result = await this.client.dryRun({
      template: template.entity,
      values,
      directoryContents: await readTemplateFolder(template.folder),
    });
    if ('refused' in result) {
      return { state: 'failed', message: result.refused };
    }
    if ('failed' in result) {
      // The answer does not say which step it was.
      return { state: 'failed', message: result.failed };
    }
    return {
      state: 'made',
      output: result.output,
      problems: [],
      tree: FileTree.create(
        result.directoryContents.map(file => ({
          path: file.path,
          content: Buffer.from(file.base64Content, 'base64'),
          executable: Boolean(file.executable),
        })),
      ),
    };
  }
}

async function readTemplateFolder(folder: string): Promise<DryRunFile[]> {
  const entries = await fs.readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  const link = entries.find(entry => entry.isSymbolicLink());
  if (link) {
    throw new InputError(
      `${path.join(
        link.parentPath,
        link.name,
      )} is a symbolic link. A template holds its files itself: put a copy there.`,
    );
  }
  const tree = await FileTree.read(folder);
  return tree.files
    .filter(file => !file.path.startsWith('tests/'))
    .map(file => ({
      path: file.path,
      base64Content: file.content.toString('base64'),
      executable: file.executable,
    }));
}
