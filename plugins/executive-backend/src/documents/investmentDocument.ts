import {
  initiativeStateTitles,
  locale,
  shareText,
  type InvestmentAnswer,
  type InvestmentRow,
  type Money,
  type ReportCell,
  type ReportDocument,
} from '@portal/plugin-executive-common';
import { formatMoney, formatValue } from '@portal/plugin-metrics-common';
import { subtitleOf } from './documentParts';

/** Where the money goes, to print. */
export function investmentDocument(answer: InvestmentAnswer): ReportDocument {
  const { context, hidden, rows, split } = answer;
  const missing = split.missing.map(each => `Not counted: ${each}.`).join(' ');
  return {
    title: 'Investment',
    subtitle: subtitleOf(context),
    sections: [
      {
        kind: 'figures',
        title: `What running and changing cost, ${split.from} to ${split.to}`,
        ...(missing && { note: missing }),
        figures: [
          { title: 'Total', text: moneyText(split.total) },
          { title: 'Run', text: moneyText(split.run) },
          { title: 'Change', text: moneyText(split.change) },
        ],
      },
      {
        kind: 'table',
        title: 'Initiatives',
        ...(hidden > 0 && {
          note: `${hidden} more have parts that you may not read.`,
        }),
        columns: [
          { title: 'Initiative' },
          { title: 'State' },
          { title: 'From' },
          { title: 'To' },
          { title: 'Budget', align: 'end' },
          { title: 'Spent', align: 'end' },
          { title: 'Cloud', align: 'end' },
          { title: 'People', align: 'end' },
          { title: 'Used', align: 'end' },
          { title: 'Time gone', align: 'end' },
          { title: 'At the end', align: 'end' },
          { title: 'Benefit', align: 'end' },
          { title: 'Not counted' },
        ],
        rows: rows.map(row => [
          { text: row.initiative.name },
          {
            text: row.state
              ? initiativeStateTitles[row.state]
              : 'No status yet',
          },
          { text: row.initiative.start },
          { text: row.initiative.end },
          moneyCell(row.budget ?? row.initiative.budget),
          moneyCell(row.spend.total),
          moneyCell(row.spend.cloud),
          moneyCell(row.spend.people),
          shareOf(row.used),
          shareOf(row.elapsed),
          moneyCell(row.forecast),
          benefitCell(row),
          { text: row.spend.missing.join('; ') },
        ]),
      },
    ],
  };
}

/** An amount as it is read. */
export function moneyText({ amount, currency }: Money): string {
  return formatMoney(amount, currency, { locale });
}

/** An amount as it is read, and exact. */
export function moneyCell(money: Money | undefined): ReportCell {
  return money
    ? { text: moneyText(money), value: money.amount }
    : { text: '–' };
}

function shareOf(share: number | undefined): ReportCell {
  return share === undefined
    ? { text: '–' }
    : { text: shareText(share), value: share };
}

function benefitCell({ benefit, initiative }: InvestmentRow): ReportCell {
  if (!initiative.benefit) {
    return { text: 'None planned' };
  }
  if (benefit?.progress === undefined) {
    return { text: 'Not known' };
  }
  const { now } = benefit;
  return {
    text:
      now?.value === undefined
        ? shareText(benefit.progress)
        : `${shareText(benefit.progress)}, now ${formatValue(
            now.value,
            now.unit,
            { locale },
          )}`,
    value: benefit.progress,
  };
}
