/**
 * A file that a source has.
 *
 * @internal
 */
export type SourceFile = {
  /** What it is known by from one run to the next. */
  location: string;
  name: string;
  /** Billing months that it is complete for, `YYYY-MM-01`; none where that is not known. */
  months: string[];
  currency?: string;
  /** Its etag, where that is known before it is opened. */
  version?: string;
  /** Its content, or undefined where it has not changed since that etag. */
  open(known: {
    etag?: string;
    signal?: AbortSignal;
  }): Promise<{ content: AsyncIterable<Buffer>; etag?: string } | undefined>;
};

/**
 * Something outside that has cost.
 *
 * @internal
 */
export interface CostSource {
  readonly name: string;
  files(options: {
    now: Date;
    signal?: AbortSignal;
  }): AsyncIterable<SourceFile>;
}
