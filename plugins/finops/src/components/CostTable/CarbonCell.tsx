import { useMemo } from 'react';
import type {
  CarbonAnswer,
  CarbonEstimate,
  CostGroup,
} from '@portal/plugin-finops-common';
import {
  formatRatio,
  partStyles as parts,
  type DataColumn,
} from '@portal/plugin-metrics-react';
import type { Grouping } from '../../selection';
import { formatCarbon } from '../../words';

/** The carbon of the groups of a table, by their key; undefined where it is not known by them. */
export function useCarbonOf(
  carbon: CarbonAnswer | undefined,
  groupBy: Grouping,
) {
  return useMemo(
    () =>
      carbon?.state === 'ok' && carbon.groupBy === groupBy
        ? new Map(carbon.groups.map(group => [group.key, group]))
        : undefined,
    [carbon, groupBy],
  );
}

/** @see useCarbonOf */
export type CarbonOf = ReturnType<typeof useCarbonOf>;

/** Of a group of which nothing is known there is no amount, as opposed to none. */
export function CarbonCell(props: { estimate: CarbonEstimate | undefined }) {
  const { estimate } = props;
  const isKnown = estimate && Number(estimate.coveredCost) !== 0;
  return (
    <td className={parts.number}>
      {isKnown ? formatCarbon(estimate.kg) : 'Not known'}
      {isKnown && estimate.coverage !== undefined ? (
        <div className={parts.small}>
          of {formatRatio(estimate.coverage)} of use
        </div>
      ) : undefined}
    </td>
  );
}

/** The same, as columns of a file. */
export function carbonColumns(carbonOf: CarbonOf): DataColumn<CostGroup>[] {
  return carbonOf
    ? [
        {
          id: 'carbonKg',
          title: 'Carbon, kg CO2e',
          text: ({ key }) => {
            const estimate = carbonOf.get(key);
            return estimate && Number(estimate.coveredCost) !== 0
              ? estimate.kg
              : '';
          },
        },
        {
          id: 'carbonCoverage',
          title: 'Share of use that the carbon is of',
          text: ({ key }) => String(carbonOf.get(key)?.coverage ?? ''),
        },
      ]
    : [];
}
