import {
  adviceTitles,
  confidenceTitles,
  shareText,
  type ReportCell,
  type ReportDocument,
  type ReturnAnswer,
} from '@portal/plugin-executive-common';
import { subtitleOf } from './documentParts';
import { moneyCell } from './investmentDocument';

/** What services are worth against what they cost, to print. */
export function returnsDocument(answer: ReturnAnswer): ReportDocument {
  const { context, services, total } = answer;
  return {
    title: 'Returns',
    subtitle: subtitleOf(context),
    sections: [
      {
        kind: 'table',
        title: 'Services',
        note:
          total > services.length
            ? `The ${services.length} of ${total} services that cost most; amounts are of a year.`
            : 'Amounts are of a year.',
        columns: [
          { title: 'Service' },
          { title: 'Owner' },
          { title: 'Worth', align: 'end' },
          { title: 'Cost', align: 'end' },
          { title: 'Return', align: 'end' },
          { title: 'Fitness', align: 'end' },
          { title: 'Confidence' },
          { title: 'The figures say' },
          { title: 'Decided' },
        ],
        rows: services.map(service => [
          { text: service.title },
          { text: service.ownerRef ?? 'Nobody' },
          moneyCell(service.perYear),
          moneyCell(service.cost),
          shareCellOf(service.roi),
          shareCellOf(service.fitness),
          {
            text: `${confidenceTitles[service.confidence]}: ${
              service.confidenceReason
            }`,
          },
          { text: service.advice ? adviceTitles[service.advice] : '–' },
          {
            text: service.decision
              ? `${adviceTitles[service.decision.advice]}, ${
                  service.decision.reason
                }`
              : '',
          },
        ]),
      },
    ],
  };
}

function shareCellOf(share: number | undefined): ReportCell {
  return share === undefined
    ? { text: '–' }
    : { text: shareText(share), value: share };
}
