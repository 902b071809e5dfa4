import { useMemo } from 'react';
import type {
  InvestmentAnswer,
  InvestmentRow,
} from '@portal/plugin-executive-common';
import {
  formatMoney,
  formatRatio,
  type DataColumn,
} from '@portal/plugin-metrics-react';
import { PlaneChart, type PlaneAxis } from '../parts/PlaneChart';
import { stateOf } from './investmentWords';

const x: PlaneAxis = { name: 'Time gone', unit: 'ratio' };
const y: PlaneAxis = {
  name: 'Budget used',
  unit: 'ratio',
  cut: { at: 1, label: 'Budget' },
};
const hues = { good: 2, warning: 1, bad: 3, neutral: 0 };

const columns: readonly DataColumn<InvestmentRow>[] = [
  {
    id: 'name',
    title: 'Initiative',
    text: ({ initiative }) => initiative.name,
  },
  { id: 'state', title: 'State', text: row => stateOf(row).text },
  {
    id: 'elapsed',
    title: 'Time gone',
    text: ({ elapsed }) => formatRatio(elapsed),
    value: ({ elapsed }) => elapsed,
  },
  {
    id: 'used',
    title: 'Budget used',
    text: ({ used }) => (used === undefined ? '–' : formatRatio(used)),
    value: ({ used }) => used,
  },
  {
    id: 'budget',
    title: 'Budget',
    text: ({ budget }) =>
      budget ? formatMoney(budget.amount, budget.currency) : '–',
    value: ({ budget }) => budget?.amount,
  },
  {
    id: 'spent',
    title: 'Spent',
    text: ({ spend }) => formatMoney(spend.total.amount, spend.total.currency),
    value: ({ spend }) => spend.total.amount,
  },
  {
    id: 'forecast',
    title: 'At the end',
    text: ({ forecast }) =>
      forecast ? formatMoney(forecast.amount, forecast.currency) : '–',
    value: ({ forecast }) => forecast?.amount,
  },
];

/** Initiatives between the time that is gone and the money that is spent; the area is the budget. */
export function InitiativeBubbles(props: {
  answer: InvestmentAnswer;
  onOpen: (id: string) => void;
}) {
  const { answer, onOpen } = props;
  const rows = answer.rows;
  const points = useMemo(
    () =>
      rows.flatMap(row =>
        row.used === undefined || !row.budget
          ? []
          : [
              {
                id: row.initiative.id,
                title: row.initiative.name,
                x: row.elapsed,
                y: row.used,
                size: Number(row.budget.amount),
                hue: hues[stateOf(row).judgement],
                lines: [
                  `${formatRatio(row.used)} of ${formatMoney(
                    row.budget.amount,
                    row.budget.currency,
                  )} used`,
                  `${formatRatio(row.elapsed)} of the time gone`,
                  stateOf(row).text,
                ],
              },
            ],
      ),
    [rows],
  );
  const ahead = points.filter(point => point.y > point.x).length;
  return (
    <PlaneChart
      title={
        ahead > 0
          ? `${ahead} of ${points.length} initiatives spend faster than time passes`
          : 'No initiative spends faster than time passes'
      }
      meaning="Each dot is an initiative; its area is the budget. Above the diagonal money goes faster than time."
      points={points}
      x={x}
      y={y}
      columns={columns}
      rows={rows}
      rowId={({ initiative }) => initiative.id}
      fileName="initiatives"
      empty={
        points.length === 0
          ? 'No initiative has a budget in a currency that can be compared.'
          : undefined
      }
      onOpen={onOpen}
    />
  );
}
