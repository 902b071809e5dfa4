import type {
  CountedEntity,
  SiteState,
} from '@portal/plugin-docs-coverage-common';

/** A row of `entities` with that of its site. */
export type EntityRow = {
  entity_ref: string;
  title: string;
  kind: string;
  type: string | null;
  lifecycle: string | null;
  owner_ref: string | null;
  system_ref: string | null;
  site_ref: string | null;
  state: SiteState | null;
  built_at: Date | null;
  pages: number | null;
  truncated: boolean | null;
  error: string | null;
  broken_links: number;
};

/** A row as others see it. A site that no scan has reached yet counts as not built. */
export function toCountedEntity(row: EntityRow): CountedEntity {
  return {
    entityRef: row.entity_ref,
    title: row.title,
    kind: row.kind,
    type: row.type ?? undefined,
    lifecycle: row.lifecycle ?? undefined,
    ownerRef: row.owner_ref ?? undefined,
    systemRef: row.system_ref ?? undefined,
    site:
      row.site_ref === null
        ? undefined
        : {
            entityRef: row.site_ref,
            state: row.state ?? 'not-built',
            builtAt: row.built_at?.toISOString(),
            pages: row.pages ?? 0,
            brokenLinks: row.broken_links,
            truncated: row.truncated ?? false,
            error: row.error ?? undefined,
          },
  };
}
