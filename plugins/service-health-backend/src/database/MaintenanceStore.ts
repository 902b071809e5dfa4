import { NotFoundError } from '@backstage/errors';
import type { MaintenanceWindow } from '@portal/plugin-service-health-common';
import type { Knex } from 'knex';

type Row = {
  id: string;
  entity_ref: string;
  environment: string | null;
  from_at: Date;
  to_at: Date;
  reason: string;
  created_by: string;
};

/** Announced maintenance. */
export class MaintenanceStore {
  readonly #client: Knex;

  private constructor(client: Knex) {
    this.#client = client;
  }

  static create(options: { client: Knex }): MaintenanceStore {
    return new MaintenanceStore(options.client);
  }

  async add(window: Omit<MaintenanceWindow, 'id'>): Promise<MaintenanceWindow> {
    const [row] = await this.#client('maintenance')
      .insert({
        entity_ref: window.entityRef,
        environment: window.environment,
        from_at: new Date(window.from),
        to_at: new Date(window.to),
        reason: window.reason,
        created_by: window.createdBy,
      })
      .returning('*');
    return toWindow(row);
  }

  /** Ends a window now; one that has not begun never will. */
  async end(id: string): Promise<void> {
    const { rowCount } = await this.#client.raw(
      'UPDATE maintenance SET to_at = greatest(from_at, now()) WHERE id = ? AND to_at > now()',
      [id],
    );
    if (rowCount === 0) {
      throw new NotFoundError(
        `There is no maintenance ${id} that runs or is to come`,
      );
    }
  }

  /** Running and coming, the first to end first. */
  async list(entityRef: string): Promise<MaintenanceWindow[]> {
    const rows: Row[] = await this.#client('maintenance')
      .where({ entity_ref: entityRef })
      .whereRaw('to_at > now() AND to_at > from_at')
      .orderBy('to_at')
      .limit(100);
    return rows.map(toWindow);
  }
}

function toWindow(row: Row): MaintenanceWindow {
  return {
    id: String(row.id),
    entityRef: row.entity_ref,
    environment: row.environment ?? undefined,
    from: row.from_at.toISOString(),
    to: row.to_at.toISOString(),
    reason: row.reason,
    createdBy: row.created_by,
  };
}
