import {
  goalStandingTitles,
  locale,
  shareText,
  type GoalRow,
  type GoalsAnswer,
  type ReportCell,
  type ReportDocument,
} from '@portal/plugin-executive-common';
import { formatValue } from '@portal/plugin-metrics-common';
import { subtitleOf } from './documentParts';

/** What figures should reach, and how far they are, to print. */
export function goalsDocument(answer: GoalsAnswer): ReportDocument {
  const { context, hidden, rows } = answer;
  return {
    title: 'Goals',
    subtitle: subtitleOf(context),
    sections: [
      {
        kind: 'table',
        title: 'Goals',
        ...(hidden > 0 && {
          note: `${hidden} more are of parts that you may not read.`,
        }),
        columns: [
          { title: 'Goal' },
          { title: 'Figure' },
          { title: 'Part' },
          { title: 'Standing' },
          { title: 'Began at', align: 'end' },
          { title: 'On' },
          { title: 'Now', align: 'end' },
          { title: 'Target', align: 'end' },
          { title: 'Due' },
          { title: 'Of the way', align: 'end' },
          { title: 'Of the time', align: 'end' },
          { title: 'Answers for it' },
          { title: 'Not known because' },
        ],
        rows: rows.map(row => [
          { text: row.goal.name },
          { text: row.metricTitle },
          { text: row.scopeTitle },
          {
            text: goalStandingTitles[row.standing],
            tone: toneOf(row.standing),
          },
          valueCell(row, row.goal.baseline.value),
          { text: row.goal.baseline.day },
          valueCell(row, row.now?.value),
          valueCell(row, row.goal.target),
          { text: row.goal.due },
          shareOf(row.progress),
          shareOf(row.expected),
          { text: row.goal.owner },
          { text: row.cure ?? '' },
        ]),
      },
    ],
  };
}

function toneOf(standing: GoalRow['standing']): ReportCell['tone'] {
  if (standing === 'behind' || standing === 'missed') {
    return 'bad';
  }
  return standing === 'unknown' ? 'neutral' : 'good';
}

function valueCell({ unit }: GoalRow, value: number | undefined): ReportCell {
  return value === undefined
    ? { text: '–' }
    : { text: formatValue(value, unit, { locale }), value };
}

function shareOf(share: number | undefined): ReportCell {
  return share === undefined
    ? { text: '–' }
    : { text: shareText(share), value: share };
}
