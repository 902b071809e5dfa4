import { NotFoundError } from '@backstage/errors';
import {
  savingRules,
  type RealisedSaving,
  type Recommendation,
  type RecommendationState,
  type RecommendationStateInput,
  type SavingFinding,
} from '@portal/plugin-finops-common';
import type { Knex } from 'knex';

export type RecommendationFilter = {
  state?: RecommendationState;
  rule?: string;
  /** Entities; undefined: all, what no entity has included. */
  refs?: readonly string[];
};

/** An accepted recommendation whose saving is to be measured. */
export type AcceptedRecommendation = {
  id: string;
  providerName: string;
  resourceId: string;
  currency: string;
  acceptedOn: string;
};

const columns = `id::text AS id, rule_id, summary, entity_ref, environment, owner, resource_id, resource_name, provider_name,
  service_name, currency, monthly_saving::text AS monthly_saving, state, reason, changed_by, changed_at,
  to_char(first_seen, 'YYYY-MM-DD') AS first_seen, to_char(last_seen, 'YYYY-MM-DD') AS last_seen, realised`;

/** Keeps recommendations, and what people said of them. */
export class RecommendationStore {
  readonly #client: Knex;

  private constructor(options: { client: Knex }) {
    this.#client = options.client;
  }

  static create(options: { client: Knex }): RecommendationStore {
    return new RecommendationStore(options);
  }

  /**
   * Notes all that was found on a day. What is no longer found is resolved, and opens again when it comes back, whatever was said
   * of it before.
   *
   * @param options - `owners` are those of entities
   */
  async note(options: {
    day: string;
    findings: readonly SavingFinding[];
    owners: ReadonlyMap<string, string>;
  }): Promise<void> {
    const { day, findings, owners } = options;
    const column = <K extends keyof SavingFinding>(name: K) =>
      findings.map(finding => finding[name]);
    await this.#client.transaction(async transaction => {
      await transaction.raw(
        `INSERT INTO recommendations AS r (rule_id, subject, summary, entity_ref, environment, owner, resource_id, resource_name,
           provider_name, service_name, currency, monthly_saving, first_seen, last_seen)
         SELECT f.*, :day::date, :day::date
         FROM unnest(:rules::text[], :subjects::text[], :summaries::text[], :refs::text[], :environments::text[],
           :owners::text[], :resources::text[], :names::text[], :providers::text[], :services::text[], :currencies::text[],
           :savings::numeric[]) AS f
         ON CONFLICT (rule_id, subject, currency) DO UPDATE SET
           summary = excluded.summary, entity_ref = excluded.entity_ref, environment = excluded.environment,
           owner = excluded.owner, resource_name = excluded.resource_name, service_name = excluded.service_name,
           monthly_saving = excluded.monthly_saving, last_seen = excluded.last_seen,
           state = CASE WHEN r.state = 'resolved' THEN 'open' ELSE r.state END,
           reason = CASE WHEN r.state = 'resolved' THEN NULL ELSE r.reason END,
           accepted_on = CASE WHEN r.state = 'resolved' THEN NULL ELSE r.accepted_on END,
           realised = CASE WHEN r.state = 'resolved' THEN NULL ELSE r.realised END`,
        {
          day,
          rules: column('ruleId'),
          subjects: column('subject'),
          summaries: column('summary'),
          refs: column('entityRef'),
          environments: column('environment'),
          owners: findings.map(
            ({ entityRef }) => owners.get(entityRef) ?? null,
          ),
          resources: column('resourceId'),
          names: column('resourceName'),
          providers: column('providerName'),
          services: column('serviceName'),
          currencies: column('currency'),
          savings: column('monthlySaving'),
        },
      );
      await transaction.raw(
        `UPDATE recommendations SET state = 'resolved' WHERE state <> 'resolved' AND last_seen < ?::date`,
        [day],
      );
    });
  }

  /** The greatest saving first. */
  async list(filter: RecommendationFilter): Promise<Recommendation[]> {
    const query = this.#client('recommendations')
      .select(this.#client.raw(columns))
      .orderBy([
        { column: 'recommendations.monthly_saving', order: 'desc' },
        { column: 'id' },
      ]);
    if (filter.state) {
      query.where('state', filter.state);
    }
    if (filter.rule) {
      query.where('rule_id', filter.rule);
    }
    if (filter.refs) {
      query.whereRaw('entity_ref = ANY (?::text[])', [[...filter.refs]]);
    }
    const rows: RecommendationRow[] = await query;
    return rows.map(recommendationOf);
  }

  /** Fails with NotFoundError where it is not there. */
  async get(id: string): Promise<Recommendation> {
    const { rows } = await this.#client.raw(
      `SELECT ${columns} FROM recommendations WHERE id::text = ?`,
      [id],
    );
    if (rows.length === 0) {
      throw new NotFoundError(`There is no recommendation ${id}`);
    }
    return recommendationOf(rows[0]);
  }

  async setState(
    id: string,
    input: RecommendationStateInput,
    options: { author: string; day: string },
  ): Promise<Recommendation> {
    const { rows } = await this.#client.raw(
      `UPDATE recommendations SET state = :state, reason = :reason, changed_by = :author, changed_at = now(),
         accepted_on = CASE WHEN :state = 'accepted' THEN coalesce(accepted_on, :day::date) END,
         realised = CASE WHEN :state = 'accepted' THEN realised END
       WHERE id::text = :id RETURNING ${columns}`,
      {
        id,
        ...options,
        state: input.state,
        reason: 'reason' in input ? input.reason ?? null : null,
      },
    );
    return rows.length > 0 ? recommendationOf(rows[0]) : this.get(id);
  }

  /** Those of resources that were accepted not too long ago. */
  async listAccepted(since: string): Promise<AcceptedRecommendation[]> {
    const { rows } = await this.#client.raw(
      `SELECT id::text AS id, provider_name AS "providerName", resource_id AS "resourceId", currency,
         to_char(accepted_on, 'YYYY-MM-DD') AS "acceptedOn"
       FROM recommendations WHERE accepted_on >= ?::date AND resource_id <> ''`,
      [since],
    );
    return rows;
  }

  async setRealised(id: string, realised: RealisedSaving): Promise<void> {
    await this.#client.raw(
      'UPDATE recommendations SET realised = ?::jsonb WHERE id::text = ?',
      [JSON.stringify(realised), id],
    );
  }
}

type RecommendationRow = {
  id: string;
  rule_id: string;
  summary: string;
  entity_ref: string;
  environment: string;
  owner: string | null;
  resource_id: string;
  resource_name: string;
  provider_name: string;
  service_name: string;
  currency: string;
  monthly_saving: string;
  state: RecommendationState;
  reason: string | null;
  changed_by: string | null;
  changed_at: Date | null;
  first_seen: string;
  last_seen: string;
  realised: RealisedSaving | null;
};

function recommendationOf(row: RecommendationRow): Recommendation {
  const rule = savingRules.find(({ id }) => id === row.rule_id);
  return {
    id: row.id,
    ruleId: row.rule_id,
    ruleTitle: rule?.title ?? row.rule_id,
    kind: rule?.kind ?? 'saving',
    effort: rule?.effort ?? 'medium',
    summary: row.summary,
    entityRef: row.entity_ref,
    environment: row.environment,
    owner: row.owner ?? undefined,
    resourceId: row.resource_id,
    resourceName: row.resource_name,
    providerName: row.provider_name,
    serviceName: row.service_name,
    currency: row.currency,
    monthlySaving: row.monthly_saving,
    state: row.state,
    reason: row.reason ?? undefined,
    changedBy: row.changed_by ?? undefined,
    changedAt: row.changed_at?.toISOString(),
    firstSeen: row.first_seen,
    lastSeen: row.last_seen,
    realised: row.realised ?? undefined,
  };
}
