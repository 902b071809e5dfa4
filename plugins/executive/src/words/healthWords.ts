import type {
  NodeHealth,
  PillarHealth,
  Standing,
  StandingCounts,
} from '@portal/plugin-executive-common';
import {
  formatNumber,
  formatRatio,
  type Judgement,
} from '@portal/plugin-metrics-react';

/** Where a service stands, as it is read. */
export const standingWords: Record<
  Standing,
  { text: string; judgement: Judgement; symbol: string }
> = {
  meets: { text: 'Meets it', judgement: 'good', symbol: '●' },
  watch: { text: 'Watched', judgement: 'warning', symbol: '◐' },
  below: { text: 'Below it', judgement: 'bad', symbol: '○' },
  stale: { text: 'Stale', judgement: 'warning', symbol: '?' },
  unmeasured: { text: 'Not measured', judgement: 'neutral', symbol: '?' },
  exempt: { text: 'Exempt', judgement: 'neutral', symbol: '–' },
};

const lowerWords: Record<Standing, string> = {
  meets: 'meet it',
  watch: 'watched',
  below: 'below it',
  stale: 'stale',
  unmeasured: 'not measured',
  exempt: 'exempt',
};

/** How many stand where: `12 meet it, 3 below it, 2 not measured`. */
export function countsText(counts: StandingCounts): string {
  const parts = (Object.keys(lowerWords) as Standing[]).flatMap(standing =>
    counts[standing] > 0
      ? [`${formatNumber(counts[standing])} ${lowerWords[standing]}`]
      : [],
  );
  return parts.length > 0 ? parts.join(', ') : 'no services';
}

/** What a cell says of a pillar: a share, or of a single service where it stands. */
export function pillarText({ counts, only, share }: PillarHealth): string {
  if (only) {
    return standingWords[only].text;
  }
  if (share !== undefined) {
    return formatRatio(share);
  }
  return counts.stale > 0 ? 'Stale' : 'Not measured';
}

/** What a cell says of the whole. */
export function healthText({ share }: NodeHealth): string {
  return share === undefined ? 'Not measured' : formatRatio(share);
}

/** Which of the five steps of the scale a share has; undefined without one. */
export function stepOf(share: number | undefined): number | undefined {
  return share === undefined
    ? undefined
    : Math.min(5, Math.floor(share * 5) + 1);
}

/** How a share moved, in points: `↑ 4.2`; undefined where it did not, or where nothing can be compared. */
export function moveOf(
  share: number | undefined,
  previous: number | undefined,
): { arrow: string; points: string; words: string } | undefined {
  if (share === undefined || previous === undefined) {
    return undefined;
  }
  const difference = (share - previous) * 100;
  if (Math.abs(difference) < 0.05) {
    return undefined;
  }
  const points = new Intl.NumberFormat(undefined, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(Math.abs(difference));
  const isUp = difference > 0;
  return {
    arrow: isUp ? '↑' : '↓',
    points,
    words: `${points} points ${isUp ? 'higher' : 'lower'}`,
  };
}
