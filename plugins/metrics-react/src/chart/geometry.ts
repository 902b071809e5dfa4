import type { MetricUnit } from '@portal/plugin-metrics-common';

/** Where a point is drawn. */
export type Spot = { x: number; y: number; complete: boolean };

// Steps at which hours read well: minutes, hours, days, weeks.
const hourSteps = [
  1 / 60,
  5 / 60,
  0.25,
  0.5,
  1,
  2,
  4,
  6,
  12,
  24,
  48,
  96,
  168,
  336,
  720,
  1_440,
  2_880,
  8_760,
];

/**
 * Values for an axis from zero to at least the largest value, about four steps of a size that reads well.
 */
export function axisTicks(largest: number, unit: MetricUnit): number[] {
  // Steps below this would be lost in rounding.
  const top = largest > 1e-9 ? largest : 1;
  const step = unit === 'h' ? hourStep(top / 4) : decimalStep(top / 4);
  const count = Math.max(1, Math.ceil(top / step - 1e-9));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

function hourStep(atLeast: number): number {
  const known = hourSteps.find(step => step >= atLeast);
  return known ?? decimalStep(atLeast / 24) * 24;
}

function decimalStep(atLeast: number): number {
  const power = 10 ** Math.floor(Math.log10(atLeast));
  const factor = [1, 2, 5, 10].find(
    candidate => candidate * power >= atLeast * (1 - 1e-9),
  );
  return (factor ?? 10) * power;
}

/**
 * The line through neighbouring points as two paths: one between complete points, one that touches an incomplete
 * one and is drawn dashed. A missing point breaks the line.
 */
export function linePaths(spots: readonly (Spot | undefined)[]): {
  solid: string;
  dashed: string;
} {
  const parts = { solid: [] as string[], dashed: [] as string[] };
  for (let index = 1; index < spots.length; index++) {
    const a = spots[index - 1];
    const b = spots[index];
    if (a && b) {
      const kind = a.complete && b.complete ? 'solid' : 'dashed';
      parts[kind].push(
        `M${round(a.x)} ${round(a.y)}L${round(b.x)} ${round(b.y)}`,
      );
    }
  }
  return { solid: parts.solid.join(''), dashed: parts.dashed.join('') };
}

/** The points that get a label on the time axis, so that labels of the given width do not touch. */
export function labelledPoints(
  count: number,
  width: number,
  labelWidth: number,
): number[] {
  const fitting = Math.max(1, Math.floor(width / labelWidth));
  const every = Math.max(1, Math.ceil(count / fitting));
  return Array.from({ length: count }, (_, index) => index).filter(
    index => index % every === 0,
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
