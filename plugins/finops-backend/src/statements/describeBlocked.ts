import type { BringingImport } from './StatementStore';

const mostNamed = 3;

/**
 * Says why a month can't be closed yet, and what to do.
 *
 * @param options - `blockedBy`: open months with cost before it, `YYYY-MM`, the oldest first; `imports`: what brought the oldest
 */
export function describeBlocked(options: {
  month: string;
  blockedBy: readonly string[];
  imports: readonly BringingImport[];
}): string {
  const { month, blockedBy, imports } = options;
  const [oldest] = blockedBy;
  const named = blockedBy.slice(0, mostNamed).join(', ');
  const more = blockedBy.length - mostNamed;
  const are =
    blockedBy.length === 1
      ? `${oldest} is still open and has cost`
      : `${named}${
          more > 0 ? ` and ${more} more ${more === 1 ? 'month' : 'months'}` : ''
        } are still open and have cost`;
  return [
    `${month} can't be closed yet: ${are}. Months are closed in their order, so close ${oldest} first`,
    ...mistaken(oldest, imports),
  ].join('. ');
}

/** How to take cost away that is of a wrong month. */
function mistaken(month: string, imports: readonly BringingImport[]): string[] {
  const [last] = imports;
  if (!last) {
    return [];
  }
  const others = imports.length - 1;
  const period = last.months.length > 0 ? last.months.join(',') : month;
  return [
    `Its cost came with import ${last.importId}${
      others > 0 ? ` and ${others} more` : ''
    }. Where that is a mistake, send the file again without the lines of ${month}, with source=${
      last.source
    } and period=${period}`,
  ];
}
