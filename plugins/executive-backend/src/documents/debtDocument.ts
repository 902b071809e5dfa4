import {
  countText,
  debtKindTitles,
  debtSourceTitles,
  locale,
  type DebtAnswer,
  type ReportCell,
  type ReportDocument,
} from '@portal/plugin-executive-common';
import { formatNumber } from '@portal/plugin-metrics-common';
import { subtitleOf } from './documentParts';
import { moneyText } from './investmentDocument';

/** What is owed, to print. */
export function debtDocument(answer: DebtAnswer): ReportDocument {
  const { context, flow, items, owners, totals } = answer;
  return {
    title: 'Technology debt',
    subtitle: subtitleOf(context),
    sections: [
      {
        kind: 'figures',
        title: 'Owed',
        note: `The hours of ${totals.estimated} of ${countText(
          totals.items,
          'item',
        )} are estimated; sums are of those.`,
        figures: [
          { title: 'Items', text: String(totals.items) },
          {
            title: 'Interest a month',
            text: hoursText(totals.interestHours),
            ...(totals.interest && { note: moneyText(totals.interest) }),
          },
          {
            title: 'To pay all of it',
            text: hoursText(totals.fixHours),
            ...(totals.fix && { note: moneyText(totals.fix) }),
          },
        ],
      },
      {
        kind: 'table',
        title: 'By owner',
        columns: [
          { title: 'Owner' },
          { title: 'Items', align: 'end' },
          { title: 'Hours to be rid of it', align: 'end' },
          { title: 'Hours a month', align: 'end' },
        ],
        rows: owners.map(owner => [
          { text: owner.title },
          { text: String(owner.items), value: owner.items },
          hoursCell(owner.fixHours),
          hoursCell(owner.interestHours),
        ]),
      },
      {
        kind: 'table',
        title: 'Made and paid',
        note: 'Hours to be rid of what was written down, and of what was paid, in each month.',
        columns: [
          { title: 'Month' },
          { title: 'Made', align: 'end' },
          { title: 'Paid', align: 'end' },
        ],
        rows: flow.map(({ made, month, paid }) => [
          { text: month },
          hoursCell(made),
          hoursCell(paid),
        ]),
      },
      {
        kind: 'table',
        title: 'Register',
        columns: [
          { title: 'What is owed' },
          { title: 'Component' },
          { title: 'Owner' },
          { title: 'Kind' },
          { title: 'Source' },
          { title: 'Hours a month', align: 'end' },
          { title: 'Hours to be rid of it', align: 'end' },
          { title: 'Since' },
          { title: 'Support ends' },
          { title: 'Paid' },
        ],
        rows: items.map(item => [
          { text: item.title },
          { text: item.componentRef },
          { text: item.ownerRef ?? 'Nobody' },
          { text: debtKindTitles[item.kind] },
          { text: debtSourceTitles[item.source] },
          hoursCell(item.interestHours),
          hoursCell(item.fixHours),
          { text: item.since },
          { text: item.dueOn ?? '' },
          { text: item.paidOn ?? '' },
        ]),
      },
    ],
  };
}

function hoursText(hours: number): string {
  return `${formatNumber(hours, { locale })}\u00a0h`;
}

function hoursCell(hours: number | undefined): ReportCell {
  return hours === undefined
    ? { text: 'Not estimated' }
    : { text: hoursText(hours), value: hours };
}
