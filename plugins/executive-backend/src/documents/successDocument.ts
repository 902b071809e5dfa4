import {
  locale,
  shareText,
  type ReportDocument,
  type SuccessAnswer,
  type SuccessMetric,
} from '@portal/plugin-executive-common';
import { formatValue } from '@portal/plugin-metrics-common';
import { subtitleOf } from './documentParts';

/** What the platform wants to reach, and how far it is, to print. */
export function successDocument(answer: SuccessAnswer): ReportDocument {
  const { baseline, context, metrics } = answer;
  return {
    title: 'Success of the platform',
    subtitle: subtitleOf(context),
    sections: [
      {
        kind: 'table',
        title: 'Goals',
        note: baseline
          ? `Compared with ${baseline.from} to ${baseline.to}, chosen by ${baseline.lockedBy}: ${baseline.reason}`
          : 'No baseline is chosen yet.',
        columns: [
          { title: 'Figure' },
          { title: 'Goal', align: 'end' },
          { title: 'Baseline', align: 'end' },
          { title: 'Now', align: 'end' },
          { title: 'Of the way', align: 'end' },
          { title: 'Definition' },
        ],
        rows: metrics.map(metric => [
          { text: metric.title },
          { text: goalText(metric) },
          valueCell(metric, metric.baseline),
          valueCell(metric, metric.now),
          metric.progress === undefined
            ? { text: 'Not known' }
            : { text: shareText(metric.progress), value: metric.progress },
          {
            text: metric.cure
              ? `${metric.definition} ${metric.cure}`
              : metric.definition,
          },
        ]),
      },
    ],
  };
}

function goalText({ goal, unit }: SuccessMetric): string {
  if (goal.kind === 'value') {
    return formatValue(goal.value, unit, { locale });
  }
  const percent = Math.round(goal.ratio * 100);
  return percent > 0 ? `+${percent}%` : `−${-percent}%`;
}

function valueCell({ unit }: SuccessMetric, value: number | undefined) {
  return value === undefined
    ? { text: '–' }
    : { text: formatValue(value, unit, { locale }), value };
}
