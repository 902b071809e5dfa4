import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { isError, NotAllowedError, NotFoundError } from '@backstage/errors';
import type { CostSource, SourceFile } from './CostSource';
import { filesInStore } from './filesInStore';
import { mergeParts } from './mergeParts';
import type { FindObjectStore } from './ObjectStore';
import type { SourceConfig } from './readSourcesConfig';
import { targetsOf, type MonthTarget } from './targetOfMonth';

/**
 * Exports that a cloud writes to a bucket or a folder.
 *
 * The files of a month are one to the importer: a cloud cuts a month into parts, and a declared month replaces what was there.
 *
 * @internal
 */
export class FilesSource implements CostSource {
  readonly name: string;

  static create(options: {
    config: SourceConfig;
    urlReader: UrlReaderService;
    findStore: FindObjectStore;
    allowedFolders: readonly string[];
  }): FilesSource {
    return new FilesSource(
      options.config,
      options.urlReader,
      options.findStore,
      options.allowedFolders,
    );
  }

  private constructor(
    private readonly config: SourceConfig,
    private readonly urlReader: UrlReaderService,
    private readonly findStore: FindObjectStore,
    private readonly allowedFolders: readonly string[],
  ) {
    this.name = config.name;
  }

  async *files(options: {
    now: Date;
    signal?: AbortSignal;
  }): AsyncGenerator<SourceFile> {
    const targets = targetsOf(this.config.target, {
      ...this.config,
      now: options.now,
    });
    for (const target of targets) {
      if (!target.pattern || target.months.length === 0) {
        yield* this.filesOf(target, options.signal);
        continue;
      }
      try {
        const parts: SourceFile[] = [];
        for await (const part of this.filesOf(target, options.signal)) {
          parts.push(part);
        }
        if (parts.length > 0) {
          yield monthOf(target.place, parts);
        }
      } catch (error) {
        yield unreadable(target, error);
      }
    }
  }

  private async *filesOf(
    target: MonthTarget,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<SourceFile> {
    if (!/^https?:/.test(target.place)) {
      yield* this.filesInFolder(target);
      return;
    }
    const found = await this.findStore(target.place);
    if (found) {
      yield* filesInStore(found, {
        target,
        currency: this.config.currency,
        signal,
      });
    } else {
      yield* this.filesAtUrl(target, signal);
    }
  }

  private async *filesInFolder({
    place,
    pattern,
    months,
  }: MonthTarget): AsyncGenerator<SourceFile> {
    for (const path of await this.findPaths(place, pattern)) {
      const { size, mtimeMs } = await stat(path);
      const version = `${size}-${mtimeMs}`;
      yield {
        location: path,
        name: basename(path),
        months,
        currency: this.config.currency,
        version,
        open: async ({ etag }) =>
          version === etag
            ? undefined
            : { content: createReadStream(path), etag: version },
      };
    }
  }

  /** @throws NotAllowedError for what lies outside of the allowed folders, links followed. */
  private async findPaths(
    place: string,
    pattern: RegExp | undefined,
  ): Promise<string[]> {
    let real: string;
    try {
      real = await realpath(place);
    } catch (error) {
      if (isError(error) && error.code === 'ENOENT') {
        return [];
      }
      throw error;
    }
    await this.checkAllowed(real);
    if (!pattern) {
      return [real];
    }
    const entries = await readdir(real, { withFileTypes: true });
    return entries
      .filter(entry => entry.isFile() && pattern.test(entry.name))
      .map(entry => join(real, entry.name))
      .sort();
  }

  private async checkAllowed(real: string): Promise<void> {
    for (const folder of this.allowedFolders) {
      const allowed = await realpath(folder).catch(() => undefined);
      if (allowed && (real === allowed || real.startsWith(allowed + sep))) {
        return;
      }
    }
    throw new NotAllowedError(
      `${real} is in none of the folders that cost may be read from: add its folder to finops.allowedFolders`,
    );
  }

  private async *filesAtUrl(
    { place, pattern, months }: MonthTarget,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<SourceFile> {
    const { currency } = this.config;
    if (!pattern) {
      yield {
        location: place,
        name: basename(new URL(place).pathname),
        months,
        currency,
        open: known => this.openUrl(place, known),
      };
      return;
    }
    const found = await this.findUrls(place, signal);
    for (const { path, content } of found) {
      if (pattern.test(path)) {
        yield {
          location: new URL(path, place).toString(),
          name: basename(path),
          months,
          currency,
          open: async () => ({ content: once(content) }),
        };
      }
    }
  }

  private async openUrl(
    url: string,
    { etag, signal }: { etag?: string; signal?: AbortSignal },
  ) {
    try {
      const response = await this.urlReader.readUrl(url, { etag, signal });
      return {
        content: response.stream
          ? (response.stream() as AsyncIterable<Buffer>)
          : once(response.buffer),
        etag: response.etag,
      };
    } catch (error) {
      // This month's file may not be there yet on its first day.
      if (
        isError(error) &&
        (error.name === 'NotModifiedError' || error.name === 'NotFoundError')
      ) {
        return undefined;
      }
      throw error;
    }
  }

  /** Google Cloud Storage has no trees, but it searches by the start of a name. */
  private async findUrls(
    place: string,
    signal: AbortSignal | undefined,
  ): Promise<Array<{ path: string; content: () => Promise<Buffer> }>> {
    if (new URL(place).host === 'storage.cloud.google.com') {
      const { files } = await this.urlReader.search(`${place}*`, { signal });
      return files.map(file => ({
        path: file.url.slice(place.length),
        content: file.content,
      }));
    }
    const tree = await this.urlReader.readTree(place, { signal });
    return tree.files();
  }
}

/** The parts of a month as one file. It is known by the month's place, however many parts there are. */
function monthOf(location: string, parts: SourceFile[]): SourceFile {
  const version = versionOf(parts);
  return {
    ...parts[0],
    location,
    name:
      parts.length > 1
        ? `${parts[0].name} and ${parts.length - 1} more`
        : parts[0].name,
    version,
    open: async ({ etag, signal }) => {
      if (version !== undefined && version === etag) {
        return undefined;
      }
      const openers = parts.map(part => async () => {
        const opened = await part.open({ signal });
        if (!opened) {
          throw new NotFoundError(
            `${part.location} went away while its month was read`,
          );
        }
        return opened.content;
      });
      return {
        content: parts.length > 1 ? mergeParts(openers) : await openers[0](),
        etag: version,
      };
    },
  };
}

/** Undefined where a part has none: whether the month is new, its content tells. */
function versionOf(parts: SourceFile[]): string | undefined {
  const hash = createHash('sha256');
  for (const { location, version } of parts) {
    if (version === undefined) {
      return undefined;
    }
    hash.update(JSON.stringify([location, version]));
  }
  return hash.digest('hex');
}

/** A month whose files can't be found keeps no other from being read. */
function unreadable(
  { place, months }: MonthTarget,
  error: unknown,
): SourceFile {
  return {
    location: place,
    name: place,
    months,
    open: async () => {
      throw error;
    },
  };
}

async function* once(read: () => Promise<Buffer>): AsyncGenerator<Buffer> {
  yield await read();
}
