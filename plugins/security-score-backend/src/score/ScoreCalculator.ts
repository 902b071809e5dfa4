import { randomUUID } from 'node:crypto';
import {
  confidenceOf,
  gradeOf,
  riskOf,
  scoreOf,
  severityRank,
  urgencyOf,
  type FormulaSettings,
} from '@portal/plugin-security-score-common';
import type { Knex } from 'knex';
import { exploitSql } from '../exploits/exploitSql';
import { readScoreFacts, type ScoreFacts } from './ScoreFacts';
import { scoreParts } from './scoreParts';

const day = 86_400_000;
const batch = 200;
/** How long a batch may take before others take it over; it takes seconds. */
const claimMinutes = 10;
/** How far a priority may be off before it is written again. */
const tolerance = 0.001;

/** What {@link ScoreCalculator} works with. */
export type ScoreCalculatorOptions = {
  client: Knex;
  formula: FormulaSettings;
  now?: () => number;
};

/** Calculates scores: of what waits for it, of one service after its report, and of all of them once a day, since findings age. */
export class ScoreCalculator {
  readonly #client: Knex;
  readonly #formula: FormulaSettings;
  readonly #now: () => number;

  private constructor(options: ScoreCalculatorOptions) {
    this.#client = options.client;
    this.#formula = options.formula;
    this.#now = options.now ?? Date.now;
  }

  static create(options: ScoreCalculatorOptions): ScoreCalculator {
    return new ScoreCalculator(options);
  }

  /** Calculates what waits, until nothing does. Several instances share the work. @returns how many scores there were. */
  async work(options: { signal?: AbortSignal } = {}): Promise<number> {
    let calculated = 0;
    while (!options.signal?.aborted) {
      const claim = randomUUID();
      const ids = await this.#claim(claim);
      if (ids.length === 0) {
        break;
      }
      await this.#client.transaction(async transaction => {
        await this.#calculate(transaction, ids, new Date(this.#now()));
        await transaction('score_claims').where({ claim }).delete();
      });
      calculated += ids.length;
    }
    return calculated;
  }

  /** Calculates the score of one service as of a moment, by what is known of it in the store. */
  async calculate(serviceId: number, at?: Date): Promise<void> {
    await this.#client.transaction(async transaction => {
      await this.#calculate(
        transaction,
        [serviceId],
        at ?? new Date(this.#now()),
      );
    });
  }

  /** Lets every score be calculated again. */
  async enqueueAll(): Promise<void> {
    await this.#client.raw(
      `INSERT INTO score_queue (service_id)
       SELECT service_id FROM scans UNION SELECT service_id FROM practices UNION SELECT service_id FROM inventories
       ON CONFLICT DO NOTHING`,
    );
  }

  /** Takes what waits out of the queue, in a transaction of its own: reports that come meanwhile put it back, and wait for nobody. */
  async #claim(claim: string): Promise<number[]> {
    const { rows } = await this.#client.raw(
      `WITH taken AS (
         DELETE FROM score_queue WHERE service_id IN (
           SELECT service_id FROM score_queue ORDER BY since, service_id LIMIT ${batch} FOR UPDATE SKIP LOCKED
         ) RETURNING service_id
       ),
       abandoned AS (
         SELECT service_id FROM score_claims WHERE claimed_at < now() - interval '${claimMinutes} minutes'
         ORDER BY service_id LIMIT ${batch} FOR UPDATE SKIP LOCKED
       )
       INSERT INTO score_claims (service_id, claim)
       SELECT service_id, ?::uuid FROM (TABLE taken UNION TABLE abandoned) AS found ORDER BY service_id
       ON CONFLICT (service_id) DO UPDATE SET claim = excluded.claim, claimed_at = excluded.claimed_at
       RETURNING service_id`,
      [claim],
    );
    return rows.map((row: { service_id: number }) => row.service_id);
  }

  /** @param serviceIds - in order, so that two who lock rows of the same ones do it in the same order */
  async #calculate(
    transaction: Knex.Transaction,
    serviceIds: number[],
    at: Date,
  ): Promise<void> {
    await this.#applyExploits(transaction, serviceIds);
    const facts = await readScoreFacts(transaction, serviceIds);
    await this.#writeScores(
      transaction,
      facts.map(each => this.#scoreRow(each, at)),
      at,
    );
    await this.#writePriorities(transaction, facts);
  }

  /** What EPSS and KEV say now of the vulnerabilities of these services. */
  async #applyExploits(
    transaction: Knex.Transaction,
    serviceIds: number[],
  ): Promise<void> {
    const exploits = exploitSql('v');
    await transaction.raw(
      `WITH wanted AS (
         SELECT DISTINCT vulnerability_id AS id FROM findings WHERE service_id = ANY(?) AND state = 'open'
       ),
       news AS (
         SELECT v.id, ${exploits.epss} AS epss, ${exploits.kev} AS kev, ${exploits.kevDue} AS kev_due
         FROM wanted JOIN vulnerabilities v USING (id) ${exploits.joins}
         WHERE loaded.kev OR loaded.epss
       ),
       locked AS MATERIALIZED (
         SELECT v.id FROM vulnerabilities v JOIN news n USING (id)
         WHERE (v.epss, v.kev, v.kev_due) IS DISTINCT FROM (n.epss, n.kev, n.kev_due)
         ORDER BY v.id FOR UPDATE OF v
       )
       UPDATE vulnerabilities v SET epss = n.epss, kev = n.kev, kev_due = n.kev_due
       FROM news n JOIN locked USING (id) WHERE v.id = n.id`,
      [serviceIds],
    );
  }

  #scoreRow(facts: ScoreFacts, at: Date) {
    const formula = this.#formula;
    const now = at.getTime();
    const open = [0, 0, 0, 0, 0, 0];
    let risk = 0;
    let overdue = 0;
    for (const finding of facts.findings) {
      const daysOpen = (now - finding.openSince.getTime()) / day;
      risk += riskOf({ ...finding, daysOpen }, facts.exposure, formula);
      open[severityRank(finding.severity)] += 1;
      overdue += finding.dueAt && finding.dueAt.getTime() < now ? 1 : 0;
    }
    const { parts, coverage } = scoreParts(facts, { risk, now, formula });
    const score = scoreOf(parts, formula);
    return {
      service_id: facts.serviceId,
      score: score ?? null,
      grade: score === undefined ? null : gradeOf(score, formula),
      coverage,
      confidence: confidenceOf(coverage, formula),
      parts,
      risk,
      open,
      overdue,
      last_report_at: facts.lastReportAt ?? null,
    };
  }

  async #writeScores(
    transaction: Knex.Transaction,
    rows: object[],
    at: Date,
  ): Promise<void> {
    await transaction.raw(
      `WITH found AS MATERIALIZED (
         SELECT * FROM jsonb_to_recordset(:rows::jsonb) AS row (
           service_id integer, score real, grade text, coverage real, confidence text, parts jsonb, risk double precision,
           open integer[], overdue integer, last_report_at timestamptz)
       ),
       days AS (
         INSERT INTO score_days (service_id, day, score, grade, coverage, formula)
         SELECT service_id, (:at::timestamptz AT TIME ZONE 'UTC')::date, score, grade, coverage, :formula
         FROM found WHERE score IS NOT NULL
         ON CONFLICT (service_id, day) DO UPDATE SET score = excluded.score, grade = excluded.grade,
           coverage = excluded.coverage, formula = excluded.formula
       ),
       -- A day that is over and changes nevertheless is told to the metric store again.
       told AS (
         DELETE FROM published_days WHERE day = (:at::timestamptz AT TIME ZONE 'UTC')::date
       )
       INSERT INTO scores AS kept (service_id, score, grade, coverage, confidence, formula, parts, risk, open, overdue,
         last_report_at, calculated_at)
       SELECT service_id, score, grade, coverage, confidence, :formula, parts, risk, open, overdue, last_report_at, :at
       FROM found
       ON CONFLICT (service_id) DO UPDATE SET score = excluded.score, grade = excluded.grade, coverage = excluded.coverage,
         confidence = excluded.confidence, formula = excluded.formula, parts = excluded.parts, risk = excluded.risk,
         open = excluded.open, overdue = excluded.overdue, last_report_at = excluded.last_report_at,
         calculated_at = excluded.calculated_at
       WHERE kept.calculated_at <= excluded.calculated_at`,
      { rows: JSON.stringify(rows), at, formula: this.#formula.version },
    );
  }

  /** Only what changed: findings are many, and what is urgent does not change with each day. */
  async #writePriorities(
    transaction: Knex.Transaction,
    facts: ScoreFacts[],
  ): Promise<void> {
    const changed = facts.flatMap(({ exposure, findings }) =>
      findings.flatMap(finding => {
        const priority = urgencyOf(finding, exposure, this.#formula);
        return Math.abs(priority - finding.priority) > tolerance
          ? [{ id: finding.id, priority }]
          : [];
      }),
    );
    if (changed.length > 0) {
      await transaction.raw(
        `WITH news AS MATERIALIZED (
           SELECT * FROM unnest(?::bigint[], ?::real[]) AS news (id, priority)
         ),
         locked AS MATERIALIZED (
           SELECT findings.id FROM findings JOIN news USING (id) ORDER BY findings.id FOR NO KEY UPDATE OF findings
         )
         UPDATE findings SET priority = news.priority FROM news JOIN locked USING (id) WHERE findings.id = news.id`,
        [
          changed.map(({ id }) => id),
          changed.map(({ priority }) => priority),
        ] as never,
      );
    }
  }
}
