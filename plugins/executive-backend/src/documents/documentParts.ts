import {
  countText,
  locale,
  shareText,
  type ComparedShares,
  type NodeContext,
  type NodeHealth,
  type PillarHealth,
  type ReportCell,
  type ReportSection,
  type Standing,
} from '@portal/plugin-executive-common';
import { formatValue, type MetricRollup } from '@portal/plugin-metrics-common';

/** Where a service stands, as it is printed. */
export const standingText: Record<Standing, string> = {
  meets: 'Meets it',
  watch: 'Watched',
  below: 'Below it',
  stale: 'Stale',
  unmeasured: 'Not measured',
  exempt: 'Exempt',
};

/** What a report is of: the part, the day, what it is compared with and judged by. */
export function subtitleOf(context: NodeContext): string {
  return [
    context.node.title,
    `figures of ${context.day}${stateOf(context)}`,
    ...(context.compareDay ? [`compared with ${context.compareDay}`] : []),
    ...(context.asOf ? ['by who belongs today'] : []),
    `judged by version ${context.formulaVersion}`,
  ].join(', ');
}

/** A day that is over is looked at again for some days: what was reported late still changes it. */
function stateOf({ day, final, takenAt }: NodeContext): string {
  if (final) {
    return '';
  }
  const takenOn = takenAt.slice(0, 10);
  return takenOn > day ? `, as known on ${takenOn}` : ', which is not over';
}

/** A share, or of a single service where it stands. */
export function pillarCell(pillar: PillarHealth | undefined): ReportCell {
  if (!pillar) {
    return { text: '–' };
  }
  if (pillar.only) {
    return { text: standingText[pillar.only] };
  }
  return shareCell(pillar.share);
}

/** A share as it is read, and as a number. */
export function shareCell(share: number | undefined): ReportCell {
  return share === undefined
    ? { text: 'Not measured' }
    : { text: shareText(share), value: share };
}

/** The whole of a node. */
export function healthCell(health: NodeHealth): ReportCell {
  return shareCell(health.share);
}

/** What a share gained or lost between two days, in points, of what can be compared. */
export function changeCell(compared: ComparedShares | undefined): ReportCell {
  if (!compared) {
    return { text: 'Not compared' };
  }
  const by = (compared.now - compared.then) * 100;
  const text = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  }).format(by);
  return { text, value: by };
}

/** A number of things. */
export function countCell(count: number): ReportCell {
  return { text: new Intl.NumberFormat(locale).format(count), value: count };
}

/** A value of the metric store; of a distribution the median of the services, and between which values they are. */
export function rollupCell(rollup: MetricRollup | undefined): ReportCell {
  if (!rollup) {
    return { text: '–' };
  }
  const { unit, value } = rollup.value;
  if (rollup.aggregation === 'distribution') {
    const quantiles = rollup.distribution?.quantiles;
    return quantiles
      ? {
          text: `median ${formatValue(quantiles.p50, unit, {
            locale,
          })}, from ${formatValue(quantiles.min, unit, {
            locale,
          })} to ${formatValue(quantiles.max, unit, { locale })}`,
          value: quantiles.p50,
        }
      : { text: '–' };
  }
  return value === undefined
    ? { text: '–' }
    : { text: formatValue(value, unit, { locale }), value };
}

/** How many stand where. */
export function countsText({ counts }: PillarHealth): string {
  const parts = (Object.keys(standingText) as Standing[]).flatMap(standing =>
    counts[standing] > 0
      ? [`${counts[standing]} ${standingText[standing].toLowerCase()}`]
      : [],
  );
  return parts.join(', ') || countText(0, 'service');
}

/** A line over days. */
export function trendSection(options: {
  title: string;
  description: string;
  days: readonly string[];
  lines: ReadonlyArray<{ name: string; values: Array<number | undefined> }>;
}): ReportSection {
  const { title, description, days, lines } = options;
  return {
    kind: 'chart',
    title,
    description,
    height: 260,
    option: {
      legend: { top: 0 },
      grid: { left: 48, right: 16, top: 32, bottom: 24 },
      xAxis: { type: 'category', data: [...days] },
      yAxis: {
        type: 'value',
        min: 0,
        max: 100,
        axisLabel: { formatter: '{value} %' },
      },
      series: lines.map(({ name, values }) => ({
        type: 'line',
        name,
        symbol: 'none',
        data: values.map(value =>
          value === undefined ? '-' : Math.round(value * 1000) / 10,
        ),
      })),
    },
  };
}
