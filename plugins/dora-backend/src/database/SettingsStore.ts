/**
 * Values that belong to this installation as a whole, such as the salt of the author hashes. They live in the table
 * `settings (key text primary key, value text not null)`.
 *
 * @public
 */
export interface SettingsStore {
  /**
   * Answers the value of a key. The first caller's `create` decides it; of several that ask at once, in this
   * process or another, one wins and all get its value.
   */
  getOrCreate(options: { key: string; create: () => string }): Promise<string>;
}

/** Values that change, such as how far a feed was read; in the same table. */
export interface ChangingSettingsStore {
  /** The value of a key, where it has one. */
  get(key: string): Promise<string | undefined>;

  /** Replaces the value of a key. */
  set(key: string, value: string): Promise<void>;
}
