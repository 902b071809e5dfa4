import type {
  BrokenLink,
  CountedEntity,
  CoverageGrouping,
  CoverageParts,
  StaleSite,
} from '@portal/plugin-docs-coverage-common';
import type { Knex } from 'knex';
import type {
  CoverageSums,
  DocsCoverageStore,
  ScannedEntity,
  ScannedSite,
  SiteChange,
} from './DocsCoverageStore';
import { toCountedEntity, type EntityRow } from './toCountedEntity';

const siteBatch = 200;
const maxGroups = 500;

const groupColumns: Record<CoverageGrouping, string> = {
  owner: 'owner_ref',
  system: 'system_ref',
  domain: 'domain_ref',
};

/** Written so that the index on `scopes` serves it. */
const scopeCondition = '(:everything OR scopes @> ARRAY[:scope]::text[])';

function scopeBinding(scope?: string) {
  return { everything: scope === undefined, scope: scope ?? '' };
}

/** Keeps what scans found in PostgreSQL. */
export class DatabaseDocsCoverageStore implements DocsCoverageStore {
  readonly #client: Knex;

  private constructor(options: { client: Knex }) {
    this.#client = options.client;
  }

  static create(options: { client: Knex }): DatabaseDocsCoverageStore {
    return new DatabaseDocsCoverageStore(options);
  }

  async putEntities(
    scan: string,
    entities: readonly ScannedEntity[],
  ): Promise<void> {
    if (entities.length === 0) {
      return;
    }
    // Not `undefined`: what is gone from an entity must go from its row.
    const rows = entities.map(entity => ({
      entity_ref: entity.entityRef,
      title: entity.title,
      kind: entity.kind,
      type: entity.type ?? null,
      lifecycle: entity.lifecycle ?? null,
      owner_ref: entity.ownerRef ?? null,
      system_ref: entity.systemRef ?? null,
      domain_ref: entity.domainRef ?? null,
      scopes: entity.scopes,
      site_ref: entity.siteRef ?? null,
      scan,
    }));
    await this.#client('entities')
      .insert(rows)
      .onConflict('entity_ref')
      .merge();
  }

  async finishScan(scan: string): Promise<void> {
    await this.#client.transaction(async transaction => {
      await transaction('entities').whereNot({ scan }).delete();
      await transaction.raw(
        'DELETE FROM sites s WHERE NOT EXISTS (SELECT 1 FROM entities e WHERE e.site_ref = s.entity_ref)',
      );
      await transaction('scans').delete();
      await transaction('scans').insert({
        id: scan,
        finished_at: transaction.fn.now(),
      });
    });
  }

  async scannedAt(): Promise<Date | undefined> {
    const row = await this.#client('scans').first('finished_at');
    return row?.finished_at;
  }

  async listSiteRefs(after: string = ''): Promise<string[]> {
    return this.#client('entities')
      .distinct('site_ref')
      .whereNotNull('site_ref')
      .where('site_ref', '>', after)
      .orderBy('site_ref')
      .limit(siteBatch)
      .pluck('site_ref');
  }

  async siteVersion(siteRef: string): Promise<string | undefined> {
    const row = await this.#client('sites')
      .where({ entity_ref: siteRef, state: 'built' })
      .first('version');
    return row?.version;
  }

  async putSite(site: ScannedSite): Promise<void> {
    const { siteRef: entity_ref } = site;
    const isBuilt = site.state === 'built';
    await this.#client.transaction(async transaction => {
      await transaction('sites')
        .insert({
          entity_ref,
          state: site.state,
          version: isBuilt ? site.version : null,
          built_at: isBuilt ? site.builtAt ?? null : null,
          pages: isBuilt ? site.pages : 0,
          truncated: isBuilt && site.truncated,
          error: null,
        })
        .onConflict('entity_ref')
        .merge();
      if (isBuilt) {
        // Where it is not built any more, its text comes back with the next build.
        await transaction.raw(
          `UPDATE sites SET fingerprint = :fingerprint,
             change_observed = CASE WHEN fingerprint = :fingerprint THEN change_observed
               ELSE fingerprint IS NOT NULL AND CAST(:fingerprint AS text) IS NOT NULL END,
             changed_at = CASE WHEN fingerprint = :fingerprint THEN changed_at
               WHEN CAST(:fingerprint AS text) IS NOT NULL THEN coalesce(built_at, now()) END
           WHERE entity_ref = :entity_ref`,
          { entity_ref, fingerprint: site.fingerprint ?? null },
        );
      }
      await transaction('broken_links').where({ entity_ref }).delete();
      if (isBuilt && site.brokenLinks.length > 0) {
        await transaction('broken_links').insert(
          site.brokenLinks.map(link => ({ entity_ref, ...link })),
        );
      }
    });
  }

  async markSiteFailed(siteRef: string, error: string): Promise<void> {
    await this.#client('sites')
      .insert({ entity_ref: siteRef, state: 'failed', error })
      .onConflict('entity_ref')
      .merge(['state', 'error']);
  }

  async listSiteChanges(after: string = ''): Promise<SiteChange[]> {
    const { rows } = await this.#client.raw(
      `SELECT entity_ref, changed_at, change_observed,
         ARRAY(SELECT e.entity_ref FROM entities e WHERE e.site_ref = s.entity_ref) AS refs
       FROM sites s WHERE entity_ref > :after ORDER BY entity_ref LIMIT ${siteBatch}`,
      { after },
    );
    return rows.map(
      (row: {
        entity_ref: string;
        changed_at: Date | null;
        change_observed: boolean;
        refs: string[];
      }) => ({
        siteRef: row.entity_ref,
        entityRefs: row.refs,
        changedAt: row.changed_at?.getTime(),
        changeObserved: row.change_observed,
      }),
    );
  }

  async putFreshness(
    sites: Parameters<DocsCoverageStore['putFreshness']>[0],
  ): Promise<void> {
    await this.#client.raw(
      `UPDATE sites s SET deployed_at = to_timestamp(j.at / 1000), freshness = j.freshness
       FROM unnest(CAST(:refs AS text[]), CAST(:times AS float8[]), CAST(:freshness AS text[])) AS j (ref, at, freshness)
       WHERE s.entity_ref = j.ref COLLATE "C"`,
      {
        refs: sites.map(({ siteRef }) => siteRef),
        times: sites.map(({ deployedAt }) => deployedAt ?? null),
        freshness: sites.map(({ freshness }) => freshness),
      },
    );
  }

  async listStaleSites(request: {
    scope?: string;
    limit: number;
  }): Promise<StaleSite[]> {
    const { scope, limit } = request;
    const { rows } = await this.#client.raw(
      `SELECT entity_ref, changed_at, deployed_at, floor(extract(epoch FROM deployed_at - changed_at) / 86400)::int AS days
       FROM sites
       WHERE state = 'built' AND freshness = 'stale'
         AND entity_ref IN (SELECT site_ref FROM entities WHERE ${scopeCondition})
       ORDER BY deployed_at - changed_at DESC, entity_ref LIMIT :limit`,
      { ...scopeBinding(scope), limit },
    );
    return rows.map(
      (row: {
        entity_ref: string;
        changed_at: Date;
        deployed_at: Date;
        days: number;
      }) => ({
        entityRef: row.entity_ref,
        changedAt: row.changed_at.toISOString(),
        deployedAt: row.deployed_at.toISOString(),
        daysBehind: row.days,
      }),
    );
  }

  async sum(scope?: string): Promise<CoverageSums> {
    const { rows } = await this.#client.raw(
      `WITH counted AS (
         SELECT site_ref FROM entities WHERE ${scopeCondition}
       ), named AS (
         SELECT s.entity_ref, s.state, s.freshness FROM sites s WHERE s.entity_ref IN (SELECT site_ref FROM counted)
       )
       SELECT (SELECT count(*)::int FROM counted) AS countable,
         (SELECT count(site_ref)::int FROM counted) AS documented,
         count(*) FILTER (WHERE state = 'built')::int AS built,
         count(*) FILTER (WHERE state = 'not-built')::int AS not_built,
         count(*) FILTER (WHERE state = 'failed')::int AS failed,
         count(*) FILTER (WHERE state = 'built' AND freshness = 'fresh')::int AS fresh,
         count(*) FILTER (WHERE state = 'built' AND freshness = 'stale')::int AS stale,
         (SELECT count(*)::int FROM broken_links WHERE entity_ref IN (SELECT entity_ref FROM named)) AS broken
       FROM named`,
      scopeBinding(scope),
    );
    const [row] = rows;
    return {
      countable: row.countable,
      documented: row.documented,
      sites: {
        built: row.built,
        'not-built': row.not_built,
        failed: row.failed,
      },
      brokenLinks: row.broken,
      freshness: {
        fresh: row.fresh,
        stale: row.stale,
        unknown: row.built - row.fresh - row.stale,
      },
    };
  }

  async groups(
    by: CoverageGrouping,
    scope?: string,
  ): Promise<Array<CoverageParts & { entityRef?: string }>> {
    const column = groupColumns[by];
    const { rows } = await this.#client.raw(
      `SELECT ${column} AS ref, count(*)::int AS countable, count(site_ref)::int AS documented
       FROM entities WHERE ${scopeCondition}
       GROUP BY ${column} ORDER BY count(*) - count(site_ref) DESC, ${column} LIMIT ${maxGroups}`,
      scopeBinding(scope),
    );
    return rows.map((row: CoverageParts & { ref: string | null }) => ({
      entityRef: row.ref ?? undefined,
      countable: row.countable,
      documented: row.documented,
    }));
  }

  async listEntities(
    request: Parameters<DocsCoverageStore['listEntities']>[0],
  ): Promise<CountedEntity[]> {
    const { scope, kind, documented, after = '', limit } = request;
    const query = this.#client('entities as e')
      .leftJoin('sites as s', 's.entity_ref', 'e.site_ref')
      .whereRaw(scopeCondition, scopeBinding(scope))
      .where('e.entity_ref', '>', after)
      .orderBy('e.entity_ref')
      .limit(limit)
      .select<EntityRow[]>(
        'e.*',
        's.state',
        's.built_at',
        's.pages',
        's.truncated',
        's.error',
        this.#client.raw(
          '(SELECT count(*)::int FROM broken_links b WHERE b.entity_ref = s.entity_ref) AS broken_links',
        ),
      );
    if (kind) {
      query.whereRaw('lower(e.kind) = lower(?)', kind);
    }
    if (documented === 'documented') {
      query.whereNotNull('e.site_ref');
    } else if (documented === 'missing') {
      query.whereNull('e.site_ref');
    }
    return (await query).map(toCountedEntity);
  }

  async listBrokenLinks(
    request: Parameters<DocsCoverageStore['listBrokenLinks']>[0],
  ): Promise<BrokenLink[]> {
    const { scope, after, limit } = request;
    const [siteRef = '', page = '', target = ''] = after ?? [];
    const { rows } = await this.#client.raw(
      `SELECT entity_ref AS "entityRef", page, target, reason FROM broken_links
       WHERE (entity_ref, page, target) > (:siteRef, :page, :target)
         AND entity_ref IN (SELECT site_ref FROM entities WHERE ${scopeCondition})
       ORDER BY entity_ref, page, target LIMIT :limit`,
      { ...scopeBinding(scope), siteRef, page, target, limit },
    );
    return rows;
  }
}
