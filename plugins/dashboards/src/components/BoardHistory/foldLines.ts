import type { DifferenceLine } from '@portal/plugin-dashboards-common';

/** As many unchanged lines are shown around a change. */
const around = 3;

/** A line with its index, or the index of the first of several lines that are left out. */
export type FoldedLine = { index: number; line: DifferenceLine } | number;

/** Leaves out what did not change, except for a few lines around each change. */
export function foldLines(lines: readonly DifferenceLine[]): FoldedLine[] {
  const changed = lines.flatMap(({ change }, index) =>
    change === 'same' ? [] : [index],
  );
  const folded: FoldedLine[] = [];
  let isGap = false;
  lines.forEach((line, index) => {
    const isNear = changed.some(other => Math.abs(other - index) <= around);
    if (isNear) {
      folded.push({ index, line });
    } else if (!isGap) {
      folded.push(index);
    }
    isGap = !isNear;
  });
  return folded;
}
