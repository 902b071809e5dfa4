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
