import type { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Knex } from 'knex';

const pageSize = 500;
const exposureAnnotation = 'portal/exposure';
const criticalityAnnotation = 'portal/criticality';
const exposures = ['internet', 'internal', 'isolated'];
const criticalities: Record<string, number> = { high: 3, medium: 2, low: 1 };

/** What {@link CatalogServices} reads from and writes to. */
export type CatalogServicesOptions = {
  auth: AuthService;
  catalog: CatalogService;
  client: Knex;
};

type Row = {
  ref: string;
  title: string;
  criticality: number;
  exposure: string | null;
};

/**
 * Keeps what the catalog says of components that a score depends on: that they are there, who can reach them, and how critical they are.
 */
export class CatalogServices {
  readonly #options: CatalogServicesOptions;

  private constructor(options: CatalogServicesOptions) {
    this.#options = options;
  }

  static create(options: CatalogServicesOptions): CatalogServices {
    return new CatalogServices(options);
  }

  /** Reads all components, page by page. One that another exposure was given is scored again; one that is gone is no longer listed. */
  async refresh(options: { signal?: AbortSignal } = {}): Promise<void> {
    const { auth, catalog, client } = this.#options;
    const startedAt = new Date();
    let cursor: string | undefined;
    do {
      options.signal?.throwIfAborted();
      const page = await catalog.queryEntities(
        cursor
          ? { cursor, limit: pageSize }
          : {
              filter: { kind: 'component' },
              fields: [
                'kind',
                'metadata.name',
                'metadata.namespace',
                'metadata.title',
                'metadata.annotations',
              ],
              limit: pageSize,
            },
        { credentials: await auth.getOwnServiceCredentials() },
      );
      await this.#keep(page.items.map(toRow), startedAt);
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    await client('catalog_services').where('seen_at', '<', startedAt).delete();
  }

  async #keep(rows: Row[], seenAt: Date): Promise<void> {
    if (rows.length === 0) {
      return;
    }
    await this.#options.client.raw(
      `WITH found AS (
         SELECT * FROM jsonb_to_recordset(:rows::jsonb) AS row (ref text, title text, criticality smallint, exposure text)
       ),
       made AS (
         INSERT INTO services (ref) SELECT ref FROM found ON CONFLICT (ref) DO NOTHING RETURNING id, ref
       ),
       numbered AS (
         SELECT id, ref FROM made
         UNION ALL SELECT services.id, services.ref FROM services JOIN found USING (ref)
       ),
       kept AS (
         INSERT INTO catalog_services AS known (service_id, title, criticality, exposure, seen_at)
         SELECT DISTINCT ON (numbered.id) numbered.id, title, criticality, exposure, :seenAt::timestamptz
         FROM found JOIN numbered USING (ref)
         ON CONFLICT (service_id) DO UPDATE SET title = excluded.title, criticality = excluded.criticality,
           exposure = excluded.exposure, seen_at = excluded.seen_at
       )
       INSERT INTO score_queue (service_id)
       SELECT numbered.id FROM found JOIN numbered USING (ref)
         JOIN catalog_services known ON known.service_id = numbered.id
         JOIN scores ON scores.service_id = numbered.id
       WHERE known.exposure IS DISTINCT FROM found.exposure
       ON CONFLICT DO NOTHING`,
      { rows: JSON.stringify(rows), seenAt },
    );
  }
}

function toRow(entity: Entity): Row {
  const { annotations = {}, name, title } = entity.metadata;
  const exposure = annotations[exposureAnnotation];
  return {
    ref: stringifyEntityRef(entity),
    title: title ?? name,
    criticality: criticalities[annotations[criticalityAnnotation]] ?? 1,
    exposure: exposures.includes(exposure) ? exposure : null,
  };
}
