import type {
  Formula,
  FormulaChange,
  FormulaSettings,
} from '@portal/plugin-security-score-common';
import type { Knex } from 'knex';

/** The formula that is in force, and when it changed. */
export class FormulaStore {
  readonly settings: FormulaSettings;
  readonly #client: Knex;

  private constructor(options: { client: Knex; settings: FormulaSettings }) {
    this.#client = options.client;
    this.settings = options.settings;
  }

  static create(options: {
    client: Knex;
    settings: FormulaSettings;
  }): FormulaStore {
    return new FormulaStore(options);
  }

  /** Writes down that another formula is in force since now, and lets every score be calculated again. */
  async announce(): Promise<void> {
    const { version } = this.settings;
    await this.#client.transaction(async transaction => {
      // Instances that start together announce one change.
      await transaction.raw('LOCK TABLE formula_changes IN EXCLUSIVE MODE');
      const last = await transaction('formula_changes')
        .orderBy('id', 'desc')
        .first('version');
      if (last?.version === version) {
        return;
      }
      await transaction('formula_changes').insert({
        version,
        summary: last
          ? `Formula ${version} follows ${last.version}: scores before and after are not compared`
          : `Formula ${version}`,
        settings: JSON.stringify(this.settings),
      });
      await transaction.raw(
        'INSERT INTO score_queue (service_id) SELECT service_id FROM scores ON CONFLICT DO NOTHING',
      );
    });
  }

  async read(): Promise<Formula> {
    return { ...this.settings, changes: await this.changes() };
  }

  /** What came after the first formula, the oldest first. */
  async changes(): Promise<FormulaChange[]> {
    const rows = await this.#client('formula_changes')
      .orderBy('id')
      .offset(1)
      .select('at', 'version', 'summary');
    return rows.map(({ at, version, summary }) => ({
      at: new Date(at).toISOString(),
      version,
      summary,
    }));
  }
}
