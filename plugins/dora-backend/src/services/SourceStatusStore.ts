/**
 * How the Git source of an entity is doing.
 *
 * @public
 */
export type SourceStatus = {
  /** In its lower-case form. */
  entityRef: string;
  source: 'git' | 'import';
  /** Path or URL, without credentials. */
  location?: string;
  /** The tip that was read last; what follows it is new. */
  head?: string;
  lastSuccessAt?: Date;
  failingSince?: Date;
  /** What failed and what to do. */
  error?: string;
};

/**
 * Remembers what each source read last and since when it fails.
 *
 * @public
 */
export interface SourceStatusStore {
  get(options: {
    entityRef: string;
    source: 'git' | 'import';
  }): Promise<SourceStatus | undefined>;

  /** Every source that is known for an entity. */
  list(options: { entityRef: string }): Promise<SourceStatus[]>;

  /**
   * A read that found nothing new. A read that brought facts is recorded by the importer, in its transaction.
   */
  recordSuccess(options: {
    entityRef: string;
    source: 'git' | 'import';
    location: string;
    head?: string;
  }): Promise<void>;

  /** A read that failed; `failingSince` keeps the first failure since the last success. */
  recordFailure(options: {
    entityRef: string;
    source: 'git' | 'import';
    location?: string;
    error: string;
  }): Promise<void>;

  /** Forgets the source of an entity: its annotation went away. Facts stay. */
  remove(options: {
    entityRef: string;
    source: 'git' | 'import';
  }): Promise<void>;
}
