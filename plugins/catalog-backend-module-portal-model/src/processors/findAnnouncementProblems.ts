import type { Entity } from '@backstage/catalog-model';

/** What a schema can't say of an announcement: that its days exist, and are in order. */
export function findAnnouncementProblems(entity: Entity): string[] {
  const { from, until } = entity.spec as { from?: string; until?: string };
  const unreal = Object.entries({ from, until }).flatMap(([field, date]) =>
    date === undefined || isDate(date)
      ? []
      : [`spec.${field} is ${date}, which is not in the calendar`],
  );
  if (unreal.length === 0 && from && until && from > until) {
    return [
      `spec.from, ${from}, is after spec.until, ${until}: it would never be shown; swap them`,
    ];
  }
  return unreal;
}

function isDate(text: string): boolean {
  const instant = new Date(`${text}T00:00:00Z`);
  return (
    !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text)
  );
}
