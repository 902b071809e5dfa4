import { cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import { NotModifiedError } from '@backstage/errors';
import type {
  PreparerBase,
  PreparerOptions,
  PreparerResponse,
} from '@backstage/plugin-techdocs-node';
import { fingerprint } from './fingerprint';
import { listSiteSources } from './listSiteSources';

/**
 * Hands the generator a copy of a local folder, because the generator writes into what it is handed.
 */
export class CopyingPreparer implements PreparerBase {
  /**
   * @param options - `preparer` finds the folder; `workingDirectory` holds the copies, by default the system's temporary
   * folder.
   */
  static create(options: {
    preparer: PreparerBase;
    workingDirectory?: string;
  }): CopyingPreparer {
    return new CopyingPreparer(
      options.preparer,
      options.workingDirectory ?? tmpdir(),
    );
  }

  private constructor(
    private readonly preparer: PreparerBase,
    private readonly workingDirectory: string,
  ) {}

  /** Always: the copy, and what was downloaded from elsewhere, is of no use after the build. */
  shouldCleanPreparedDirectory(): boolean {
    return true;
  }

  /**
   * @throws NotModifiedError when nothing that the site is built from changed since the build that `options.etag` is of.
   */
  async prepare(
    entity: Entity,
    options?: PreparerOptions,
  ): Promise<PreparerResponse> {
    const prepared = await this.preparer.prepare(entity, options);
    // What comes from a Git host has a revision, and lies in a folder of its own already.
    if (prepared.etag) {
      return prepared;
    }
    const folder = prepared.preparedDir;
    const sources = await listSiteSources(folder);
    const etag = await fingerprint(folder, sources);
    if (etag === options?.etag) {
      throw new NotModifiedError();
    }
    return { preparedDir: await this.copy(folder, sources), etag };
  }

  private async copy(folder: string, sources: string[]): Promise<string> {
    const copy = await mkdtemp(
      join(await realpath(this.workingDirectory), 'techdocs-source-'),
    );
    try {
      for (const source of sources) {
        await cp(source, join(copy, relative(folder, source)), {
          recursive: true,
          verbatimSymlinks: true,
        });
      }
      return copy;
    } catch (error) {
      await rm(copy, { recursive: true, force: true });
      throw error;
    }
  }
}
