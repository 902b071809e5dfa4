import { ConflictError, InputError } from '@backstage/errors';
import { z } from 'zod';
import type { ObjectStore, StoredObject } from './ObjectStore';

const longestManifest = 16 * 1024 * 1024;
const manifestName = /(?:^|[/-])manifest\.json$/i;

/** https://docs.aws.amazon.com/cur/latest/userguide/dataexports-manifest.html */
const amazonManifest = z.object({ dataFiles: z.array(z.string()) });
/** https://learn.microsoft.com/azure/cost-management-billing/costs/tutorial-improved-exports */
const azureManifest = z.object({
  blobs: z.array(z.object({ blobName: z.string() })),
});

/**
 * The files that make up a month. Where the cloud writes a manifest when all files are there, the newest one decides: files of older
 * runs and of one that is not done stay out.
 *
 * @param found - what is below `prefix`
 * @throws ConflictError where the export is being written.
 * @internal
 */
export async function completeFiles(
  store: ObjectStore,
  options: {
    prefix: string;
    found: StoredObject[];
    isWanted: (key: string) => boolean;
    signal?: AbortSignal;
  },
): Promise<StoredObject[]> {
  const { prefix, found, isWanted, signal } = options;
  const wanted = found.filter(({ key }) => isWanted(key));
  const beside = await manifestsBeside(store, prefix, signal);
  const manifests = beside?.ofMonth ?? found.filter(isManifest);
  const [manifest] = manifests.sort(
    (one, other) => other.modifiedAt.getTime() - one.modifiedAt.getTime(),
  );
  if (!manifest) {
    if (wanted.length > 0 && beside?.ofOthers) {
      throw new ConflictError(
        `${prefix} has no manifest yet, as other months have: its export is being written, and is looked for again on the next run`,
      );
    }
    return wanted;
  }
  const keys = await readManifest(store, manifest, signal);
  if (!keys) {
    return wanted;
  }
  const byKey = new Map(found.map(object => [object.key, object]));
  return keys.map(key => {
    const object = byKey.get(key);
    if (!object) {
      throw new ConflictError(
        `${manifest.key} names ${key}, and it is not below ${prefix}: the export is being written, or it was moved without its manifest`,
      );
    }
    if (object.modifiedAt > manifest.modifiedAt) {
      throw new ConflictError(
        `${key} is newer than ${manifest.key}: the export is being written, and is looked for again on the next run`,
      );
    }
    return object;
  });
}

/** AWS keeps `metadata/` beside `data/`, with the same folders below. */
async function manifestsBeside(
  store: ObjectStore,
  prefix: string,
  signal: AbortSignal | undefined,
): Promise<{ ofMonth: StoredObject[]; ofOthers: boolean } | undefined> {
  const at = `/${prefix}`.lastIndexOf('/data/');
  const month = prefix.slice(at + 'data/'.length);
  if (at < 0 || month === '') {
    return undefined;
  }
  const root = `${prefix.slice(0, at)}metadata/`;
  const ofMonth: StoredObject[] = [];
  let ofOthers = false;
  for await (const object of store.list(root, signal)) {
    if (isManifest(object)) {
      if (object.key.slice(root.length).startsWith(month)) {
        ofMonth.push(object);
      } else {
        ofOthers = true;
      }
    }
  }
  return ofMonth.length > 0 || ofOthers ? { ofMonth, ofOthers } : undefined;
}

/** Undefined where it is a manifest of something else. */
async function readManifest(
  store: ObjectStore,
  { key }: StoredObject,
  signal: AbortSignal | undefined,
): Promise<string[] | undefined> {
  const opened = await store.open(key, { signal });
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of opened?.content ?? []) {
    length += piece.length;
    if (length > longestManifest) {
      throw new InputError(
        `${key} has more than ${longestManifest} bytes, which no manifest has: look at what wrote it`,
      );
    }
    pieces.push(piece);
  }
  const content = parseJson(Buffer.concat(pieces).toString('utf8'), key);
  const amazon = amazonManifest.safeParse(content);
  if (amazon.success) {
    const start = `s3://${store.bucket}/`;
    return amazon.data.dataFiles.map(uri => {
      if (!uri.startsWith(start)) {
        throw new InputError(
          `${key} names ${uri}, which is in another bucket than ${store.bucket}: name the bucket that the export is written to in target`,
        );
      }
      return uri.slice(start.length);
    });
  }
  const azure = azureManifest.safeParse(content);
  return azure.success
    ? azure.data.blobs.map(({ blobName }) => blobName)
    : undefined;
}

function parseJson(text: string, key: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ConflictError(
      `${key} is no JSON: it is being written, and is looked for again on the next run`,
    );
  }
}

function isManifest({ key }: StoredObject): boolean {
  return manifestName.test(key);
}
