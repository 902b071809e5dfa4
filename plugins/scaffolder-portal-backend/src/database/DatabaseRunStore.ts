import type { RunStatus } from '@portal/plugin-scaffolder-portal-common';
import type { Knex } from 'knex';
import type {
  ReadState,
  RunStore,
  StoredRun,
  TemplateDay,
  TemplateFigures,
} from './RunStore';

type Row = {
  task_id: string;
  template_ref: string;
  template_title: string;
  template_version: number | null;
  created_by: string | null;
  status: RunStatus;
  heartbeat: string | null;
  started_at: Date;
  ended_at: Date | null;
  failed_step_id: string | null;
  failed_step_name: string | null;
  entity_refs: string[];
};

const hours = 'extract(epoch FROM ended_at - started_at) / 3600';

/** Keeps runs in PostgreSQL. */
export class DatabaseRunStore implements RunStore {
  readonly #client: Knex;

  private constructor(client: Knex) {
    this.#client = client;
  }

  static create(options: { client: Knex }): DatabaseRunStore {
    return new DatabaseRunStore(options.client);
  }

  async known(taskIds: readonly string[]) {
    const rows: Array<Pick<Row, 'task_id' | 'status' | 'heartbeat'>> =
      await this.#client('template_runs')
        .whereIn('task_id', taskIds)
        .select('task_id', 'status', 'heartbeat');
    return new Map(
      rows.map(({ task_id, status, heartbeat }) => [
        task_id,
        { status, heartbeat: heartbeat ?? undefined },
      ]),
    );
  }

  async pending(): Promise<string[]> {
    return this.#client('template_runs')
      .whereIn('status', ['open', 'processing'])
      .pluck('task_id');
  }

  async upsert(runs: readonly StoredRun[]): Promise<void> {
    if (runs.length === 0) {
      return;
    }
    await this.#client('template_runs')
      .insert(
        runs.map(run => ({
          task_id: run.taskId,
          template_ref: run.templateRef,
          template_title: run.templateTitle,
          template_version: run.templateVersion ?? null,
          created_by: run.createdBy ?? null,
          status: run.status,
          heartbeat: run.heartbeat ?? null,
          started_at: run.startedAt,
          ended_at: run.endedAt ?? null,
          failed_step_id: run.failedStep?.id ?? null,
          failed_step_name: run.failedStep?.name ?? null,
          entity_refs: run.entityRefs,
          published: false,
        })),
      )
      .onConflict('task_id')
      .merge();
  }

  async delete(taskId: string): Promise<void> {
    await this.#client('template_runs').where({ task_id: taskId }).delete();
  }

  async readState(): Promise<ReadState> {
    const row = await this.#client('reads').where({ id: 1 }).first();
    return {
      readAt: row?.read_at ?? undefined,
      completeAt: row?.complete_at ?? undefined,
      failingSince: row?.failing_since ?? undefined,
    };
  }

  async saveRead(read: { at: Date; complete: boolean }): Promise<void> {
    await this.#client('reads')
      .insert({
        id: 1,
        read_at: read.at,
        failing_since: null,
        ...(read.complete && { complete_at: read.at }),
      })
      .onConflict('id')
      .merge();
  }

  async saveFailure(at: Date): Promise<void> {
    await this.#client.raw(
      `INSERT INTO reads AS r (id, failing_since) VALUES (1, :at)
       ON CONFLICT (id) DO UPDATE SET failing_since = coalesce(r.failing_since, excluded.failing_since)`,
      { at },
    );
  }

  async figures(from: Date, to: Date): Promise<TemplateFigures[]> {
    const { rows } = await this.#client.raw(
      `SELECT template_ref, count(*)::int AS runs,
         count(*) FILTER (WHERE status = 'completed')::int AS completed,
         count(*) FILTER (WHERE status = 'failed')::int AS failed,
         (percentile_cont(0.5) WITHIN GROUP (ORDER BY ${hours}) FILTER (WHERE status = 'completed'))::float8 AS median_hours,
         max(started_at) AS last_at,
         (array_agg(status ORDER BY started_at DESC, task_id))[1] AS last_status
       FROM template_runs WHERE started_at >= :from AND started_at < :to
       GROUP BY template_ref ORDER BY template_ref`,
      { from, to },
    );
    return rows.map(
      (row: {
        template_ref: string;
        runs: number;
        completed: number;
        failed: number;
        median_hours: number | null;
        last_at: Date;
        last_status: RunStatus;
      }) => ({
        templateRef: row.template_ref,
        runs: row.runs,
        completed: row.completed,
        failed: row.failed,
        medianHours: row.median_hours ?? undefined,
        last: { at: row.last_at, status: row.last_status },
      }),
    );
  }

  async list(request: {
    entityRef?: string;
    templateRef?: string;
    limit: number;
  }): Promise<StoredRun[]> {
    const query = this.#client<Row>('template_runs')
      .orderBy([
        { column: 'started_at', order: 'desc' },
        { column: 'task_id', order: 'asc' },
      ])
      .limit(request.limit);
    if (request.entityRef !== undefined) {
      query.whereRaw('entity_refs @> ARRAY[?]::text[]', request.entityRef);
    }
    if (request.templateRef !== undefined) {
      query.where('template_ref', request.templateRef);
    }
    return (await query).map(toRun);
  }

  async unpublished(): Promise<string[]> {
    return this.#client('template_runs')
      .where({ published: false })
      .orderBy('task_id')
      .pluck('task_id');
  }

  async unpublishedDays(): Promise<string[]> {
    const { rows } = await this.#client.raw(
      `SELECT DISTINCT to_char(day, 'YYYY-MM-DD') AS day FROM (
         SELECT (ended_at AT TIME ZONE 'UTC')::date AS day FROM template_runs WHERE NOT published
         UNION ALL SELECT published_day FROM template_runs WHERE NOT published
       ) AS days WHERE day IS NOT NULL ORDER BY 1`,
    );
    return rows.map((row: { day: string }) => row.day);
  }

  async dayFigures(day: string): Promise<TemplateDay[]> {
    const { rows } = await this.#client.raw(
      `SELECT template_ref AS "templateRef",
         count(*) FILTER (WHERE counts AND status = 'completed')::int AS completed,
         count(*) FILTER (WHERE counts AND status = 'failed')::int AS failed
       FROM (
         SELECT *, ended_at >= :from AND ended_at < :to AS counts FROM template_runs
         WHERE (ended_at >= :from AND ended_at < :to) OR published_day = :day
       ) AS ended GROUP BY template_ref ORDER BY template_ref`,
      {
        day,
        from: `${day}T00:00:00Z`,
        to: new Date(Date.parse(day) + 86_400_000),
      },
    );
    return rows;
  }

  async markPublished(taskIds: readonly string[]): Promise<void> {
    await this.#client('template_runs')
      .whereIn('task_id', taskIds)
      .update({
        published: true,
        published_day: this.#client.raw(`(ended_at AT TIME ZONE 'UTC')::date`),
      });
  }

  async made(since: Date) {
    const { rows } = await this.#client.raw(
      `SELECT DISTINCT ON (entity_ref) entity_ref AS "entityRef", ended_at AS "endedAt", (${hours})::float8 AS hours
       FROM template_runs, unnest(entity_refs) AS entity_ref
       WHERE status = 'completed' AND ended_at >= :since
       ORDER BY entity_ref, ended_at DESC`,
      { since },
    );
    return rows;
  }

  async madeOf(entityRefs: readonly string[]): Promise<Set<string>> {
    const { rows } = await this.#client.raw(
      `SELECT DISTINCT entity_ref FROM template_runs, unnest(entity_refs) AS entity_ref
       WHERE status = 'completed' AND entity_refs && CAST(:refs AS text[]) AND entity_ref = ANY (CAST(:refs AS text[]))`,
      { refs: entityRefs },
    );
    return new Set(rows.map((row: { entity_ref: string }) => row.entity_ref));
  }
}

function toRun(row: Row): StoredRun {
  return {
    taskId: row.task_id,
    templateRef: row.template_ref,
    templateTitle: row.template_title,
    templateVersion: row.template_version ?? undefined,
    createdBy: row.created_by ?? undefined,
    status: row.status,
    heartbeat: row.heartbeat ?? undefined,
    startedAt: row.started_at,
    endedAt: row.ended_at ?? undefined,
    failedStep:
      row.failed_step_id === null
        ? undefined
        : { id: row.failed_step_id, name: row.failed_step_name ?? '' },
    entityRefs: row.entity_refs,
  };
}
