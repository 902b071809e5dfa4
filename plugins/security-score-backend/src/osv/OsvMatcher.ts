import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  isAffected,
  type OsvAffected,
} from '@portal/plugin-security-score-common';
import type { Knex } from 'knex';
import type { ReportImporter } from '../import/ReportImporter';
import { findLockFiles, type LockFiles } from './findLockFiles';
import { osvReport, type OsvMatch } from './osvReport';

/** What {@link OsvMatcher} works with. */
export type OsvMatcherOptions = {
  client: Knex;
  importer: Pick<ReportImporter, 'import'>;
  logger: LoggerService;
};

/** An inventory that is to be held against the database. */
type Inventory = {
  id: number;
  service_id: number;
  ref: string;
  scope: string;
  report_id: string;
  demo: boolean;
};

/**
 * Holds inventories against the OSV database, and sends what it finds as a report of the tool `osv-database`, like that of any scanner:
 * what is no longer affected is fixed by it.
 */
export class OsvMatcher {
  readonly #options: OsvMatcherOptions;

  private constructor(options: OsvMatcherOptions) {
    this.#options = options;
  }

  static create(options: OsvMatcherOptions): OsvMatcher {
    return new OsvMatcher(options);
  }

  /** Looks at inventories that are new, or have a package of which the database says something else now. */
  async run(options: { signal?: AbortSignal } = {}): Promise<number> {
    const { logger } = this.#options;
    const changed = await this.#changes();
    const inventories = await this.#waiting();
    for (const inventory of inventories) {
      options.signal?.throwIfAborted();
      try {
        await this.#match(inventory, changed, options.signal);
      } catch (error) {
        options.signal?.throwIfAborted();
        logger.warn(
          `The inventory of ${
            inventory.ref
          } could not be held against the OSV database, it is tried again: ${stringifyError(
            error,
          )}`,
        );
      }
    }
    return inventories.length;
  }

  /** Without a database nobody says any more that something is affected. */
  async forget(options: { signal?: AbortSignal } = {}): Promise<void> {
    const { client } = this.#options;
    const matched: Array<Omit<Inventory, 'id'>> = await client(
      'osv_matches as m',
    )
      .join('services as s', 's.id', 'm.service_id')
      .leftJoin('inventories as i', {
        'i.service_id': 'm.service_id',
        'i.scope': 'm.scope',
      })
      .select('m.service_id', 's.ref', 'm.scope', 'm.report_id')
      .select(client.raw('coalesce(i.demo, false) AS demo'));
    for (const each of matched) {
      options.signal?.throwIfAborted();
      await this.#send(each, [], options.signal);
      await client('osv_matches')
        .where({ service_id: each.service_id, scope: each.scope })
        .delete();
    }
  }

  /** The number of the last change. What changes from now on is looked at the next time. */
  async #changes(): Promise<number> {
    const { rows } = await this.#options.client.raw(
      'SELECT coalesce(max(changed), 0) AS changed FROM osv_packages',
    );
    return Number(rows[0].changed);
  }

  async #waiting(): Promise<Inventory[]> {
    const { rows } = await this.#options.client.raw(
      `WITH touched AS (
         SELECT DISTINCT c.inventory_id
         FROM osv_packages o
           JOIN packages p ON p.type = o.type AND p.name = o.name
           JOIN package_versions v ON v.package_id = p.id
           JOIN inventory_components c ON c.package_version_id = v.id
           JOIN inventories i ON i.id = c.inventory_id
           JOIN osv_matches m ON m.service_id = i.service_id AND m.scope = i.scope
         WHERE o.changed > (SELECT min(changed) FROM osv_matches) AND o.changed > m.changed
       )
       SELECT i.id, i.service_id, s.ref, i.scope, i.report_id, i.demo
       FROM inventories i
         JOIN services s ON s.id = i.service_id
         LEFT JOIN osv_matches m ON m.service_id = i.service_id AND m.scope = i.scope
       WHERE m.report_id IS DISTINCT FROM i.report_id OR i.id IN (SELECT inventory_id FROM touched)
       ORDER BY i.id`,
    );
    return rows;
  }

  async #match(
    inventory: Inventory,
    changed: number,
    signal?: AbortSignal,
  ): Promise<void> {
    const { client } = this.#options;
    const { rows } = await client.raw(
      `SELECT p.type, p.name, v.version, c.direct, a.affected, r.record
       FROM inventory_components c
         JOIN package_versions v ON v.id = c.package_version_id
         JOIN packages p ON p.id = v.package_id
         JOIN osv_affected a ON a.package_type = p.type AND a.package_name = p.name
         JOIN osv_records r ON r.id = a.record_id
       WHERE c.inventory_id = ? AND v.version <> ''
       ORDER BY p.type, p.name, v.version, a.record_id`,
      [inventory.id],
    );
    const matches = rows.filter((row: OsvMatch & { affected: OsvAffected }) =>
      isAffected(row.type, row.version, row.affected),
    );
    await this.#send(inventory, matches, signal);
    await client('osv_matches')
      .insert({
        service_id: inventory.service_id,
        scope: inventory.scope,
        report_id: inventory.report_id,
        changed,
      })
      .onConflict(['service_id', 'scope'])
      .merge();
  }

  async #send(
    inventory: Omit<Inventory, 'id'>,
    matches: OsvMatch[],
    signal?: AbortSignal,
  ): Promise<void> {
    const lockFiles: LockFiles = await findLockFiles(
      this.#options.client,
      inventory.service_id,
    );
    await this.#options.importer.import({
      entityRef: inventory.ref,
      bytes: osvReport(matches, lockFiles),
      scope: inventory.scope,
      sentBy: 'source:osv-database',
      demo: inventory.demo,
      signal,
    });
  }
}
