/**
 * Takes the file of a source: whole, or not at all.
 *
 * @internal
 */
export interface CostImporter {
  import(
    stream: AsyncIterable<Buffer>,
    options: {
      source: string;
      /** Billing months that the file is complete for, `YYYY-MM-01`. */
      months: string[];
      fileName?: string;
      currency?: string;
      signal?: AbortSignal;
    },
  ): Promise<{ importId: number; duplicate?: boolean }>;
}
