/**
 * A file in a bucket, as a listing shows it.
 *
 * @internal
 */
export type StoredObject = {
  /** The whole name in the bucket. */
  key: string;
  etag: string;
  modifiedAt: Date;
};

/**
 * A bucket of a cloud. Objects are streamed: an export may be larger than the memory of the portal.
 *
 * @internal
 */
export interface ObjectStore {
  /** The name of the bucket. */
  readonly bucket: string;
  list(prefix: string, signal?: AbortSignal): AsyncIterable<StoredObject>;
  /** Undefined where the object is not there, or is what that etag stands for. */
  open(
    key: string,
    known: { etag?: string; signal?: AbortSignal },
  ): Promise<{ content: AsyncIterable<Buffer>; etag: string } | undefined>;
}

/**
 * Finds the bucket that a URL lies in, with the rest of the URL as the name of an object or the beginning of names. Undefined where
 * the portal has no integration for the URL.
 *
 * @internal
 */
export type FindObjectStore = (
  url: string,
) => Promise<{ store: ObjectStore; key: string } | undefined>;

/** Listings and answers put the same etag in quotes or not. */
export function plainEtag(etag: string | undefined): string {
  return (etag ?? '').replaceAll('"', '');
}
