import type { Knex } from 'knex';
import type { ChangingSettingsStore, SettingsStore } from './SettingsStore';

/**
 * Keeps settings in the plugin's database.
 *
 * @internal
 */
export class DatabaseSettingsStore
  implements SettingsStore, ChangingSettingsStore
{
  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  static create(options: { knex: Knex }): DatabaseSettingsStore {
    return new DatabaseSettingsStore(options.knex);
  }

  async getOrCreate(options: {
    key: string;
    create: () => string;
  }): Promise<string> {
    const known = await this.get(options.key);
    if (known !== undefined) {
      return known;
    }
    await this.#knex('settings')
      .insert({ key: options.key, value: options.create() })
      .onConflict('key')
      .ignore();
    const stored = await this.get(options.key);
    if (stored === undefined) {
      throw new Error(
        `Setting ${options.key} vanished from the table settings while it was written`,
      );
    }
    return stored;
  }

  async get(key: string): Promise<string | undefined> {
    const row = await this.#knex<{ key: string; value: string }>('settings')
      .where({ key })
      .first('value');
    return row?.value;
  }

  async set(key: string, value: string): Promise<void> {
    await this.#knex('settings')
      .insert({ key, value })
      .onConflict('key')
      .merge(['value']);
  }
}
