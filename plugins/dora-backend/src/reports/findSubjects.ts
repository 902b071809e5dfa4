import { subjectKey, type Report } from '@portal/plugin-dora-common';
import type { Knex } from 'knex';

/** Answers which entities a report is about; none where no component has any of its keys. */
export type SubjectLookup = (report: Report) => readonly number[];

/** The keys of a report's subjects, the most certain one first. */
export function keysOf(report: Report): string[] {
  return [...new Set(report.subjects.map(subjectKey))];
}

/**
 * Looks up whose reports are. The most certain subject that any component has decides; all components that have it
 * share the report.
 */
export async function findSubjects(
  transaction: Knex.Transaction,
  reports: readonly Report[],
): Promise<SubjectLookup> {
  const keys = [...new Set(reports.flatMap(keysOf))];
  const { rows }: { rows: { key: string; entity_id: number }[] } =
    await transaction.raw(
      `SELECT key, entity_id FROM subject_keys WHERE key = ANY (?::text[]) ORDER BY key, entity_id`,
      [keys],
    );
  const entities = new Map<string, number[]>();
  for (const row of rows) {
    entities.set(row.key, [...(entities.get(row.key) ?? []), row.entity_id]);
  }
  return report => {
    const key = keysOf(report).find(each => entities.has(each));
    return key === undefined ? [] : entities.get(key) ?? [];
  };
}
