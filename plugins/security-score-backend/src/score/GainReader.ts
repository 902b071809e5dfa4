import {
  gainOf,
  riskOf,
  severityOfRank,
  type FormulaSettings,
  type ScorePart,
} from '@portal/plugin-security-score-common';
import type { Knex } from 'knex';

const day = 86_400_000;

/** Says what the score of its service gains when a finding is fixed: by the score that is shown, and as of when it was calculated. */
export class GainReader {
  readonly #client: Knex;
  readonly #formula: FormulaSettings;

  private constructor(options: { client: Knex; formula: FormulaSettings }) {
    this.#client = options.client;
    this.#formula = options.formula;
  }

  static create(options: {
    client: Knex;
    formula: FormulaSettings;
  }): GainReader {
    return new GainReader(options);
  }

  /** @returns The gains of those that are open and whose services have a score, in points, by the id of the finding. */
  async of(findingIds: readonly string[]): Promise<Map<string, number>> {
    const { rows } = await this.#client.raw(
      `SELECT f.id, f.severity, f.open_since, f.reachable, v.epss, v.kev, known.exposure,
         scores.risk, scores.parts, scores.calculated_at
       FROM findings f
         JOIN scores ON scores.service_id = f.service_id
         LEFT JOIN vulnerabilities v ON v.id = f.vulnerability_id
         LEFT JOIN catalog_services known ON known.service_id = f.service_id
       WHERE f.id = ANY(?::bigint[]) AND f.state = 'open'`,
      [[...findingIds]],
    );
    const gains = new Map<string, number>();
    for (const row of rows) {
      const removed = riskOf(
        {
          severity: severityOfRank(row.severity),
          daysOpen: (row.calculated_at - row.open_since) / day,
          epss: row.epss ?? undefined,
          kev: row.kev ?? undefined,
          reachable: row.reachable ?? undefined,
        },
        row.exposure ?? undefined,
        this.#formula,
      );
      const parts: ScorePart[] = row.parts;
      const gain = gainOf(parts, { risk: row.risk, removed }, this.#formula);
      if (gain !== undefined) {
        gains.set(String(row.id), gain);
      }
    }
    return gains;
  }
}
