import fs from 'node:fs/promises';
import path from 'node:path';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  parseLocationRef,
  type Entity,
} from '@backstage/catalog-model';
import { InputError, NotAllowedError } from '@backstage/errors';
import { folderLimits } from './PreviewLimits';

/** A file as the scaffolder's dry run takes it. */
export type FolderFile = { path: string; base64Content: string };

/** Files, as many as there is room for. */
class Collected {
  readonly files: FolderFile[] = [];
  #bytes = 0;

  add(name: string, content: Buffer): void {
    this.#bytes += content.length;
    if (
      this.#bytes > folderLimits.bytes ||
      this.files.length >= folderLimits.files
    ) {
      throw new InputError(
        `The folder of the template is too large for a preview: more than ${folderLimits.files} files or ${folderLimits.bytes} bytes`,
      );
    }
    this.files.push({
      path: name,
      base64Content: content.toString('base64'),
    });
  }
}

/** Reads the folder that a template of the catalog is in: its skeleton and whatever else it fetches. */
export class TemplateFolderReader {
  readonly #reader: UrlReaderService;
  readonly #templatesRoot: string | undefined;

  private constructor(options: {
    urlReader: UrlReaderService;
    templatesRoot?: string;
  }) {
    this.#reader = options.urlReader;
    this.#templatesRoot = options.templatesRoot;
  }

  static create(options: {
    urlReader: UrlReaderService;
    templatesRoot?: string;
  }): TemplateFolderReader {
    return new TemplateFolderReader(options);
  }

  async read(template: Entity): Promise<FolderFile[]> {
    const { annotations = {} } = template.metadata;
    const location =
      annotations[ANNOTATION_SOURCE_LOCATION] ??
      annotations[ANNOTATION_LOCATION];
    if (!location) {
      throw new InputError(
        `The template ${template.metadata.name} has no location to read its files from`,
      );
    }
    const { type, target } = parseLocationRef(location);
    switch (type) {
      case 'url':
        return this.#readUrl(target);
      case 'file':
        return this.#readFolder(target);
      default:
        throw new InputError(
          `The template ${template.metadata.name} comes from a location of type '${type}', which previews do not read`,
        );
    }
  }

  async #readUrl(target: string): Promise<FolderFile[]> {
    const tree = await this.#reader.readTree(new URL('.', target).toString());
    const files = await tree.files();
    const collected = new Collected();
    for (const file of files) {
      collected.add(file.path, await file.content());
    }
    return collected.files;
  }

  async #readFolder(target: string): Promise<FolderFile[]> {
    if (this.#templatesRoot === undefined) {
      throw new NotAllowedError(
        'Templates of files have no preview here: scaffolderPortal.templatesRoot is not configured',
      );
    }
    const root = await fs.realpath(this.#templatesRoot);
    // The annotation may be the author's, who could name any folder of the machine.
    const folder = await fs
      .realpath(target.endsWith('/') ? target : path.dirname(target))
      .catch(() => undefined);
    if (folder === undefined || !folder.startsWith(root + path.sep)) {
      throw new NotAllowedError(
        'The template is not in the folder of scaffolderPortal.templatesRoot, so it has no preview',
      );
    }
    const collected = new Collected();
    await collectFolder(folder, '', collected);
    return collected.files;
  }
}

async function collectFolder(
  root: string,
  below: string,
  collected: Collected,
): Promise<void> {
  const entries = await fs.readdir(path.join(root, below), {
    withFileTypes: true,
  });
  for (const entry of entries) {
    const name = path.posix.join(below, entry.name);
    if (entry.isDirectory()) {
      // What tests expect of the template is none of its input, and may be large.
      if (name !== 'tests') {
        await collectFolder(root, name, collected);
      }
    } else if (entry.isFile()) {
      collected.add(name, await fs.readFile(path.join(root, name)));
    }
    // Symbolic links could lead anywhere, and are left out.
  }
}
