import { useMemo } from 'react';
import type { DebtAnswer, DebtItem } from '@portal/plugin-executive-common';
import {
  Treemap,
  type DataColumn,
  type TreemapItem,
} from '@portal/plugin-metrics-react';
import { hoursText } from './debtWords';

type Owner = DebtAnswer['owners'][number];

const columns: readonly DataColumn<Owner>[] = [
  { id: 'owner', title: 'Owner', text: ({ title }) => title },
  {
    id: 'items',
    title: 'Items',
    text: ({ items }) => String(items),
    value: ({ items }) => items,
  },
  {
    id: 'fix',
    title: 'Hours to be rid of it',
    text: ({ fixHours }) => hoursText(fixHours),
    value: ({ fixHours }) => fixHours,
  },
  {
    id: 'interest',
    title: 'Hours a month',
    text: ({ interestHours }) => hoursText(interestHours),
    value: ({ interestHours }) => interestHours,
  },
];

function partsOf(items: readonly DebtItem[]): TreemapItem[] {
  return items
    .flatMap(({ fixHours, id, title }) =>
      fixHours
        ? [{ id, name: title, value: fixHours, text: hoursText(fixHours) }]
        : [],
    )
    .sort((one, other) => other.value - one.value);
}

/** Who owes how much: owners, and in them what they owe. */
export function DebtTreemap({ answer }: { answer: DebtAnswer }) {
  const items = useMemo(
    () =>
      answer.owners.flatMap((owner): TreemapItem[] => {
        const owed = answer.items.filter(
          ({ ownerRef, paidOn }) => ownerRef === owner.ownerRef && !paidOn,
        );
        return owner.fixHours > 0
          ? [
              {
                id: owner.ownerRef ?? 'nobody',
                name: owner.title,
                value: owner.fixHours,
                text: hoursText(owner.fixHours),
                parts: partsOf(owed),
              },
            ]
          : [];
      }),
    [answer],
  );
  return (
    <Treemap
      title={`${hoursText(
        answer.totals.fixHours,
      )} of work would pay what is estimated`}
      meaning="By owner and item; the area is the hours to be rid of it. What nobody estimated has no area."
      items={items}
      columns={columns}
      rows={answer.owners}
      rowId={({ ownerRef }) => ownerRef ?? 'nobody'}
      fileName="debt-by-owner"
      empty={
        items.length === 0
          ? 'Nothing is owed here whose hours are estimated.'
          : undefined
      }
    />
  );
}
