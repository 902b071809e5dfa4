import type { OrgHistoryService } from '@portal/plugin-org-history-node';
import type { Knex } from 'knex';
import { EntityNumbers } from '../database/EntityNumbers';
import { foldEntity } from '../database/foldEntity';

/** What {@link AliasService} needs. */
export type AliasServiceOptions = {
  client: Knex;
  orgHistory: Pick<OrgHistoryService, 'resolveAlias'>;
};

/**
 * Keeps the figures of renamed entities together: what was published of an old name belongs to the name of today.
 *
 * @remarks
 *
 * It is not undone when an alias ends: the annotation that says it is often tidied away, and the figures stay true.
 */
export class AliasService {
  readonly #client: Knex;
  readonly #entities: EntityNumbers;
  readonly #orgHistory: AliasServiceOptions['orgHistory'];

  private constructor(options: AliasServiceOptions) {
    this.#client = options.client;
    this.#entities = EntityNumbers.create(options);
    this.#orgHistory = options.orgHistory;
  }

  static create(options: AliasServiceOptions): AliasService {
    return new AliasService(options);
  }

  /** @returns the old names whose figures were given to new ones. */
  async run(signal?: AbortSignal): Promise<string[]> {
    const refs = await this.#reportedRefs();
    if (!refs.length) {
      return [];
    }
    const renamed = (await this.#orgHistory.resolveAlias({ refs })).filter(
      ({ ref, currentRef }) => ref !== currentRef,
    );
    for (const { ref, currentRef } of renamed) {
      await this.#entities.ensure([currentRef]);
      const [oldId, newId] = await this.#entities.find([ref, currentRef]);
      if (oldId !== undefined && newId !== undefined) {
        const names = { oldId, newId, newRef: currentRef };
        await foldEntity(this.#client, names, signal);
      }
    }
    return renamed.map(({ ref }) => ref);
  }

  async #reportedRefs(): Promise<string[]> {
    const { rows } = await this.#client.raw(
      `SELECT e.ref FROM entities e, (SELECT range_agg(reported) AS reported FROM reports) all_reports
       WHERE all_reports.reported @> e.id ORDER BY e.id`,
    );
    return rows.map((row: { ref: string }) => row.ref);
  }
}
