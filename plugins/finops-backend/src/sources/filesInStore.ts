import { basename } from 'node:path/posix';
import { ConflictError } from '@backstage/errors';
import type { SourceFile } from './CostSource';
import { completeFiles } from './exportManifest';
import type { ObjectStore, StoredObject } from './ObjectStore';
import type { MonthTarget } from './targetOfMonth';

/**
 * The files of a month in a bucket.
 *
 * @internal
 */
export async function* filesInStore(
  { store, key }: { store: ObjectStore; key: string },
  options: { target: MonthTarget; currency?: string; signal?: AbortSignal },
): AsyncGenerator<SourceFile> {
  const { target, currency, signal } = options;
  const { place, pattern, months } = target;
  if (!pattern) {
    yield {
      location: place,
      name: basename(key),
      months,
      currency,
      open: known => store.open(key, known),
    };
    return;
  }
  const found: StoredObject[] = [];
  for await (const object of store.list(key, signal)) {
    found.push(object);
  }
  const isWanted = (each: string) => pattern.test(each.slice(key.length));
  const files =
    months.length > 0
      ? await completeFiles(store, { prefix: key, found, isWanted, signal })
      : found.filter(object => isWanted(object.key));
  for (const file of files) {
    const path = file.key.slice(key.length);
    yield {
      location: place + path.split('/').map(encodeURIComponent).join('/'),
      name: basename(path),
      months,
      currency,
      version: file.etag,
      open: known => openListed(store, file, known),
    };
  }
}

/** @throws ConflictError where it is no longer what was listed, so that no month is made of two exports. */
async function openListed(
  store: ObjectStore,
  { key, etag }: StoredObject,
  known: { etag?: string; signal?: AbortSignal },
) {
  if (known.etag === etag) {
    return undefined;
  }
  const opened = await store.open(key, { signal: known.signal });
  if (opened?.etag !== etag) {
    throw new ConflictError(
      `${key} changed or went away while its month was read: it is looked for again on the next run`,
    );
  }
  return opened;
}
