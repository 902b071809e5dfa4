import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { CostImporter } from './CostImporter';
import type { CostSource, SourceFile } from './CostSource';
import type { SourceStateStore } from './SourceStateStore';

const longestError = 2000;

type Dependencies = {
  importer: CostImporter;
  store: SourceStateStore;
  logger: LoggerService;
};

/**
 * Imports what is new in a source. A file that can't be imported does not keep others from being read; what went wrong is in the
 * state of the source.
 *
 * @internal
 */
export async function runSource(
  source: CostSource,
  options: Dependencies & { now: Date; signal?: AbortSignal },
): Promise<void> {
  const { store, logger, now, signal } = options;
  const errors: string[] = [];
  let filesImported = 0;
  let filesUnchanged = 0;
  try {
    for await (const file of source.files({ now, signal })) {
      signal?.throwIfAborted();
      try {
        if (await importFile(source.name, file, options)) {
          filesImported += 1;
        } else {
          filesUnchanged += 1;
        }
      } catch (error) {
        errors.push(`${file.name}: ${stringifyError(error)}`);
      }
    }
  } catch (error) {
    errors.push(stringifyError(error));
  }
  const error = errors.length
    ? errors.join('\n').slice(0, longestError)
    : undefined;
  if (error) {
    logger.warn(
      `Cost source ${source.name} could not read everything: ${error}`,
    );
  }
  await store.recordRun({
    sourceName: source.name,
    at: now,
    filesImported,
    filesUnchanged,
    error,
  });
}

/** Whether it was imported. A file goes to the disk first: its hash tells whether it is new, and a slow bucket holds up no import. */
async function importFile(
  sourceName: string,
  file: SourceFile,
  { importer, store, signal }: Dependencies & { signal?: AbortSignal },
): Promise<boolean> {
  const known = await store.knownFile(sourceName, file.location);
  const opened = await file.open({ etag: known?.etag, signal });
  if (!opened) {
    return false;
  }
  const folder = await mkdtemp(join(tmpdir(), 'finops-'));
  try {
    const path = join(folder, 'file');
    const hash = createHash('sha256');
    await pipeline(
      Readable.from(opened.content),
      async function* hashed(pieces: AsyncIterable<Buffer>) {
        for await (const piece of pieces) {
          hash.update(piece);
          yield piece;
        }
      },
      createWriteStream(path),
      { signal },
    );
    const contentHash = hash.digest('hex');
    const isNew = contentHash !== known?.contentHash;
    if (isNew) {
      await importer.import(createReadStream(path), {
        source: sourceName,
        months: file.months,
        fileName: file.name,
        currency: file.currency,
        signal,
      });
    }
    await store.rememberFile(sourceName, file.location, {
      etag: opened.etag,
      contentHash,
    });
    return isNew;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
