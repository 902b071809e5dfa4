import {
  planUpgrades,
  riskOf,
  severityOfRank,
  type FormulaSettings,
  type UpgradePlan,
} from '@portal/plugin-security-score-common';
import type { Knex } from 'knex';

const day = 86_400_000;

type CandidateRow = {
  id: string;
  severity: number;
  open_since: Date;
  reachable: boolean | null;
  package_type: string | null;
  package_name: string;
  package_version: string | null;
  fix_versions: string[];
  direct: boolean | null;
  epss: number | null;
  kev: boolean | null;
};

/** Which upgrades of a service fix what, and what each gains. */
export class UpgradePlanner {
  readonly #client: Knex;
  readonly #formula: FormulaSettings;

  private constructor(options: { client: Knex; formula: FormulaSettings }) {
    this.#client = options.client;
    this.#formula = options.formula;
  }

  static create(options: {
    client: Knex;
    formula: FormulaSettings;
  }): UpgradePlanner {
    return new UpgradePlanner(options);
  }

  async plan(entityRef: string): Promise<UpgradePlan> {
    const score = await this.#client('services')
      .join('scores', 'scores.service_id', 'services.id')
      .leftJoin(
        'catalog_services',
        'catalog_services.service_id',
        'services.id',
      )
      .where('services.ref', entityRef)
      .first('scores.*', 'exposure');
    const { rows } = await this.#client.raw(
      `SELECT f.id, f.severity, f.open_since, f.reachable, f.package_type, f.package_name, f.package_version, f.fix_versions,
         f.direct, v.epss, v.kev
       FROM findings f JOIN services ON services.id = f.service_id
         LEFT JOIN vulnerabilities v ON v.id = f.vulnerability_id
       WHERE services.ref = ? AND f.state = 'open' AND f.kind = 'vulnerability' AND f.package_name IS NOT NULL
       ORDER BY f.id`,
      [entityRef],
    );
    const at: Date = score?.calculated_at ?? new Date();
    return planUpgrades({
      entityRef,
      parts: score?.parts ?? [],
      risk: score?.risk ?? 0,
      score:
        score?.score === null || score === undefined
          ? undefined
          : Math.round(score.score * 10) / 10,
      formula: this.#formula,
      candidates: rows.map((row: CandidateRow) => ({
        id: String(row.id),
        severity: severityOfRank(row.severity),
        packageType: row.package_type ?? undefined,
        packageName: row.package_name,
        packageVersion: row.package_version || undefined,
        fixVersions: row.fix_versions,
        direct: row.direct ?? undefined,
        risk: riskOf(
          {
            severity: severityOfRank(row.severity),
            daysOpen: (at.getTime() - row.open_since.getTime()) / day,
            epss: row.epss ?? undefined,
            kev: row.kev ?? undefined,
            reachable: row.reachable ?? undefined,
          },
          score?.exposure ?? undefined,
          this.#formula,
        ),
      })),
    });
  }
}
