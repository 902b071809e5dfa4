import type {
  ActivityKind,
  ActivitySource,
  ActivityState,
} from '@portal/plugin-activity-common';
import type { StoredActivity } from './ActivityStore';

/** A row of the table, with what is needed of its repository. */
export type ActivityRow = {
  id: string;
  repository_id: string;
  natural_id: string;
  source: ActivitySource;
  repository: string;
  kind: ActivityKind;
  title: string;
  detail: string | null;
  actor: string | null;
  at: Date;
  position: string;
  url: string | null;
  state: ActivityState | null;
  demo: boolean;
};

export function toStoredActivity(row: ActivityRow): StoredActivity {
  return {
    id: row.natural_id,
    source: row.source,
    kind: row.kind,
    repository: row.repository,
    repositoryId: String(row.repository_id),
    title: row.title,
    detail: row.detail ?? undefined,
    actor: row.actor ?? undefined,
    at: row.at.toISOString(),
    url: row.url ?? undefined,
    state: row.state ?? undefined,
    demo: row.demo,
    // To the microsecond, as the database compares it.
    position: { at: row.position, id: String(row.id) },
  };
}
