import {
  noFindings,
  type Score,
  type ScoreHistory,
} from '@portal/plugin-security-score-common';
import type { Knex } from 'knex';
import type { FormulaStore } from './FormulaStore';
import { bySeverity, rounded } from './scoreColumns';

const daysOfComparison = 28;
const usualHistoryDays = 180;

/** What {@link ScoreReader} reads from. */
export type ScoreReaderOptions = {
  client: Knex;
  formula: FormulaStore;
  now?: () => number;
};

/** Reads scores as they were calculated last. */
export class ScoreReader {
  readonly #client: Knex;
  readonly #formula: FormulaStore;
  readonly #now: () => number;

  private constructor(options: ScoreReaderOptions) {
    this.#client = options.client;
    this.#formula = options.formula;
    this.#now = options.now ?? Date.now;
  }

  static create(options: ScoreReaderOptions): ScoreReader {
    return new ScoreReader(options);
  }

  /** The score of one service. One that nobody has reported on has none, and says what would give it one. */
  async get(entityRef: string): Promise<Score> {
    const row = await this.#client('services')
      .leftJoin('scores', 'scores.service_id', 'services.id')
      .leftJoin(
        'catalog_services',
        'catalog_services.service_id',
        'services.id',
      )
      .where('services.ref', entityRef)
      .first('scores.*', 'services.id', 'catalog_services.seen_at');
    // A component that has just come into the catalog is not known here yet, and has no score like any other new one.
    if (!row?.calculated_at) {
      return {
        entityRef,
        state: 'not-configured',
        confidence: 'low',
        coverage: 0,
        formulaVersion: this.#formula.settings.version,
        parts: [],
        open: noFindings(),
        overdue: 0,
      };
    }
    return {
      entityRef,
      state: row.score === null ? 'not-configured' : 'ok',
      score: rounded(row.score),
      grade: row.grade ?? undefined,
      confidence: row.confidence,
      coverage: Number(row.coverage.toFixed(4)),
      formulaVersion: row.formula,
      parts: row.parts,
      open: bySeverity(row.open),
      overdue: row.overdue,
      calculatedAt: row.calculated_at.toISOString(),
      change28d: await this.#changeOf(row.id, row.score, row.formula),
    };
  }

  async history(
    entityRef: string,
    { days = usualHistoryDays }: { days?: number } = {},
  ): Promise<ScoreHistory> {
    const rows = await this.#client('score_days')
      .join('services', 'services.id', 'score_days.service_id')
      .where('services.ref', entityRef)
      .andWhere('day', '>', new Date(this.#now() - days * 86_400_000))
      .orderBy('day')
      .select(
        this.#client.raw("to_char(day, 'YYYY-MM-DD') AS day"),
        'score',
        'grade',
        'coverage',
        'formula',
      );
    return {
      entityRef,
      points: rows.map(({ day, score, grade, coverage, formula }) => ({
        day,
        score: Number(score.toFixed(1)),
        grade,
        coverage: Number(coverage.toFixed(4)),
        formulaVersion: formula,
      })),
      formulaChanges: await this.#formula.changes(),
    };
  }

  async #changeOf(serviceId: number, score: number | null, formula: string) {
    const before = await this.#client('score_days')
      .where('service_id', serviceId)
      .andWhere(
        'day',
        '<=',
        new Date(this.#now() - daysOfComparison * 86_400_000),
      )
      .orderBy('day', 'desc')
      .first('score', 'formula');
    return score === null || !before || before.formula !== formula
      ? undefined
      : rounded(score - before.score);
  }
}
