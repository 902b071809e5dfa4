import { diff } from 'node:util';
import type { DifferenceLine } from '@portal/plugin-dashboards-common';

/** Above so many lines the shortest difference costs too much memory; they are then shown as replaced. */
const mostLines = 2000;

/**
 * The lines of two texts, those that both have once. Lines in common at the beginning and the end are found first; between them
 * is the shortest difference (Myers 1986, as Node has it).
 */
export function differenceOf(before: string, after: string): DifferenceLine[] {
  const [old, current] = [linesOf(before), linesOf(after)];
  let start = 0;
  while (start < old.length && old[start] === current[start]) {
    start += 1;
  }
  let end = 0;
  while (
    end < Math.min(old.length, current.length) - start &&
    old[old.length - 1 - end] === current[current.length - 1 - end]
  ) {
    end += 1;
  }
  return [
    ...marked('same', old.slice(0, start)),
    ...between(
      old.slice(start, old.length - end),
      current.slice(start, current.length - end),
    ),
    ...marked('same', old.slice(old.length - end)),
  ];
}

function between(old: string[], current: string[]): DifferenceLine[] {
  if (
    old.length === 0 ||
    current.length === 0 ||
    old.length + current.length > mostLines
  ) {
    return [...marked('removed', old), ...marked('added', current)];
  }
  const changes = { '1': 'added', '0': 'same', '-1': 'removed' } as const;
  return diff(current, old).map(([change, text]) => ({
    change: changes[String(change) as keyof typeof changes],
    text,
  }));
}

function marked(
  change: DifferenceLine['change'],
  lines: string[],
): DifferenceLine[] {
  return lines.map(text => ({ change, text }));
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}
