import { InputError } from '@backstage/errors';
import type {
  Confidence,
  Grade,
  ScoreOrder,
  ScorePage,
  ScoreRow,
} from '@portal/plugin-security-score-common';
import type { OrgTree } from '@portal/plugin-org-history-node';
import type { Knex } from 'knex';
import { bySeverity, rounded } from './scoreColumns';

const grades: Array<Grade | 'none'> = ['A', 'B', 'C', 'D', 'E', 'none'];
const daysOfComparison = 28;
const usualLimit = 50;

/** What {@link PortfolioReader} reads from. */
export type PortfolioReaderOptions = {
  client: Knex;
  tree: OrgTree;
  now?: () => number;
};

/** A question for a page of the portfolio. */
export type ScoresQuestion = {
  /** Entity references; undefined: all services. */
  refs?: readonly string[];
  order?: ScoreOrder;
  grade?: Array<Grade | 'none'>;
  text?: string;
  cursor?: string;
  limit?: number;
};

/** How rows are ordered, as SQL: ascending, and what has no value last. */
const orders: Record<ScoreOrder, string> = {
  score: `coalesce(score, 1000)`,
  change: `coalesce(change, 1000)`,
  overdue: `-coalesce(overdue, -1)`,
  coverage: `coalesce(coverage, 0)`,
  name: `0`,
};

type ListedRow = {
  service_id: number;
  ref: string;
  title: string;
  score: number | null;
  grade: Grade | null;
  coverage: number | null;
  confidence: Confidence | null;
  open: number[] | null;
  overdue: number | null;
  last_report_at: Date | null;
  change: number | null;
};

type GradeSum = {
  grade: Grade | 'none';
  services: number;
  sum: number;
  weight: number;
  worst_id: number | null;
  lowest: number | null;
};

/** Reads the scores of many services: a page of them, and what all that fit come to. */
export class PortfolioReader {
  readonly #client: Knex;
  readonly #tree: OrgTree;
  readonly #now: () => number;

  private constructor(options: PortfolioReaderOptions) {
    this.#client = options.client;
    this.#tree = options.tree;
    this.#now = options.now ?? Date.now;
  }

  static create(options: PortfolioReaderOptions): PortfolioReader {
    return new PortfolioReader(options);
  }

  /** A page of services, with what all that fit come to. */
  async list(question: ScoresQuestion): Promise<ScorePage> {
    const { order = 'score', limit = usualLimit } = question;
    const after = readCursor(question.cursor, order);
    const { sql, bindings } = this.#listed(question);
    const key = `(${orders[order]})::double precision`;
    const [{ rows: items }, { rows: sums }]: [
      { rows: Array<ListedRow & { key: number }> },
      { rows: GradeSum[] },
    ] = await Promise.all([
      this.#client.raw(
        `${sql},
         keyed AS (${order === 'change' ? changed('listed') : 'TABLE listed'}),
         page AS MATERIALIZED (
           SELECT *, ${key} AS key FROM keyed
           WHERE :after::jsonb IS NULL OR (${key}, lower(title), service_id) >
             ((:after::jsonb->>0)::double precision, :after::jsonb->>1, (:after::jsonb->>2)::integer)
           ORDER BY ${key}, lower(title), service_id LIMIT :rows
         ),
         shown AS (${order === 'change' ? 'TABLE page' : changed('page')})
         SELECT * FROM shown ORDER BY key, lower(title), service_id`,
        {
          ...bindings,
          after: after && JSON.stringify(after),
          rows: limit + 1,
        } as never,
      ),
      this.#client.raw(
        `${sql}
         SELECT coalesce(grade, 'none') AS grade, count(*)::integer AS services,
           coalesce(sum(score * criticality), 0)::double precision AS sum, coalesce(sum(criticality) FILTER (WHERE score IS NOT NULL), 0)::integer AS weight,
           (array_agg(service_id ORDER BY score, lower(title)) FILTER (WHERE score IS NOT NULL))[1] AS worst_id, min(score) AS lowest
         FROM listed GROUP BY 1`,
        bindings as never,
      ),
    ]);
    await this.#tree.refresh();
    const page = items.slice(0, limit);
    const last = items.length > limit ? page.at(-1) : undefined;
    const scored = sums.filter(({ grade }) => grade !== 'none');
    const add = (rows: GradeSum[], of: (row: GradeSum) => number) =>
      rows.reduce((added, row) => added + of(row), 0);
    const weight = add(scored, row => row.weight);
    const worst = [...scored].sort(
      (one, other) => one.lowest! - other.lowest!,
    )[0];
    return {
      total: add(sums, row => row.services),
      scored: add(scored, row => row.services),
      byGrade: Object.fromEntries(
        grades.map(grade => [
          grade,
          sums.find(sum => sum.grade === grade)?.services ?? 0,
        ]),
      ) as ScorePage['byGrade'],
      worst: worst && (await this.#worst(worst.worst_id!, { sql, bindings })),
      weighted:
        weight > 0 ? rounded(add(scored, row => row.sum) / weight) : undefined,
      items: page.map(row => this.#toRow(row)),
      ...(last && {
        nextCursor: writeCursor(order, [
          last.key,
          last.title.toLocaleLowerCase('en-US'),
          last.service_id,
        ]),
      }),
    };
  }

  async #worst(
    serviceId: number,
    { sql, bindings }: { sql: string; bindings: object },
  ): Promise<ScoreRow> {
    const { rows } = await this.#client.raw(
      `${sql}, one AS (SELECT * FROM listed WHERE service_id = :serviceId) ${changed(
        'one',
      )}`,
      { ...bindings, serviceId } as never,
    );
    return this.#toRow(rows[0]);
  }

  /** The services that fit, as a common table `listed`. */
  #listed({ refs, grade, text }: ScoresQuestion) {
    const day = new Date(this.#now() - daysOfComparison * 86_400_000);
    return {
      sql: `WITH listed AS (
        SELECT services.id AS service_id, services.ref, known.title, known.criticality, scores.score, scores.grade,
          scores.coverage, scores.confidence, scores.open, scores.overdue, scores.last_report_at, scores.formula
        FROM catalog_services known
          JOIN services ON services.id = known.service_id
          LEFT JOIN scores ON scores.service_id = known.service_id
        WHERE (:refs::text[] IS NULL OR services.ref = ANY(:refs::text[]))
          AND (:grades::text[] IS NULL OR coalesce(scores.grade, 'none') = ANY(:grades::text[]))
          AND (:words::text IS NULL OR strpos(lower(known.title || ' ' || services.ref), lower(:words::text)) > 0)
      )`,
      bindings: {
        day,
        refs: refs ?? null,
        grades: grade && grade.length > 0 ? grade : null,
        words: text || null,
      },
    };
  }

  #toRow(row: ListedRow): ScoreRow {
    const now = this.#now();
    const current = <T extends { from: number; to: number; ref: string }>(
      spans: T[],
    ) => spans.find(({ from, to }) => from <= now && to > now)?.ref;
    return {
      entityRef: row.ref,
      title: row.title,
      owner: current(this.#tree.ownersOf(row.ref)),
      system: current(this.#tree.systemsOf(row.ref)),
      score: rounded(row.score),
      grade: row.grade ?? undefined,
      confidence: row.confidence ?? 'low',
      coverage: Number((row.coverage ?? 0).toFixed(4)),
      change28d: rounded(row.change),
      open: bySeverity(row.open),
      overdue: row.overdue ?? 0,
      lastReportAt: row.last_report_at?.toISOString(),
    };
  }
}

/** The rows of a table with how their scores changed. It takes a look-up a row: of a page that is less than of all. */
function changed(table: string): string {
  return `SELECT ${table}.*, CASE WHEN before.formula = ${table}.formula THEN ${table}.score - before.score END AS change
    FROM ${table} LEFT JOIN LATERAL (
      SELECT score, formula FROM score_days
      WHERE score_days.service_id = ${table}.service_id AND day <= :day::date ORDER BY day DESC LIMIT 1
    ) AS before ON ${table}.score IS NOT NULL`;
}

function writeCursor(order: ScoreOrder, at: unknown[]): string {
  return Buffer.from(JSON.stringify([order, ...at])).toString('base64url');
}

function readCursor(cursor: string | undefined, order: ScoreOrder) {
  if (!cursor) {
    return null;
  }
  try {
    const [of, key, title, id] = JSON.parse(
      Buffer.from(cursor, 'base64url').toString(),
    );
    if (
      of === order &&
      Number.isFinite(key) &&
      typeof title === 'string' &&
      Number.isInteger(id)
    ) {
      return [key, title, id];
    }
  } catch {
    // It is answered below.
  }
  throw new InputError(
    'cursor: it is not one of this list in this order; leave it out to begin at the first page',
  );
}
