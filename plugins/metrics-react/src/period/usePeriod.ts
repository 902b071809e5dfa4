import { useCallback, useMemo } from 'react';
import type { Comparison, Period } from '@portal/plugin-metrics-common';
import { useSearchParams } from 'react-router-dom';
import {
  comparisonPeriod,
  readComparison,
  writeComparison,
} from './comparison';
import {
  readSelection,
  toPeriod,
  writeSelection,
  type CalendarOptions,
  type PeriodSelection,
} from './period';

/** What a page shows, and how a reader changes it. */
export type PeriodOfPage = {
  selection: PeriodSelection;
  period: Period;
  comparison: Comparison;
  /** The period that `period` is compared with. */
  compared: Period;
  select: (selection: PeriodSelection) => void;
  compare: (comparison: Comparison) => void;
};

/**
 * The period of the page, and the one that it is compared with. The address holds both, so that a link reproduces
 * the view and Back returns to the one before.
 */
export function usePeriod(options: CalendarOptions = {}): PeriodOfPage {
  const { timeZone } = options;
  const [params, setParams] = useSearchParams();
  const selection = readSelection(params);
  const comparison = readComparison(params);
  const key = JSON.stringify(selection);

  const period = useMemo(
    () =>
      toPeriod(JSON.parse(key) as PeriodSelection, new Date(), { timeZone }),
    [key, timeZone],
  );
  const compared = useMemo(
    () =>
      comparisonPeriod({
        selection: JSON.parse(key) as PeriodSelection,
        period,
        comparison,
        timeZone,
      }),
    [key, period, comparison, timeZone],
  );
  const select = useCallback(
    (next: PeriodSelection) =>
      setParams(current => writeSelection(current, next)),
    [setParams],
  );
  const compare = useCallback(
    (next: Comparison) => setParams(current => writeComparison(current, next)),
    [setParams],
  );
  return { selection, period, comparison, compared, select, compare };
}
