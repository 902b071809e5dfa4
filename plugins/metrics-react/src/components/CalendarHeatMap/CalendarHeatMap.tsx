import { useCallback, useMemo } from 'react';
import { formatNumber } from '../../format';
import type { DataColumn } from '../../table';
import { Chart, type ChartReach, type ChartTheme } from '../Chart';
import {
  calendarHeight,
  calendarMinWidth,
  calendarPlan,
  describeCount,
  describeDate,
  type CalendarDay,
} from './calendarPlan';
import styles from './CalendarHeatMap.module.css';

/** Properties of {@link CalendarHeatMap}. */
export type CalendarHeatMapProps = {
  /** The finding where there is one: "Most deployments happen on Tuesdays". */
  title: string;
  meaning?: string;
  /** What is counted, in the plural: "deployments". */
  noun: string;
  /** Every day of the period in its order, those without data too. Memoise them. */
  days: readonly CalendarDay[];
  /** Without an ending. */
  fileName: string;
  demo?: boolean;
  surface?: 'card' | 'plain';
  /** Opens the evidence of a day: `2025-11-03`. */
  onOpen?: (date: string) => void;
};

// Right and left go a week, down and up a day, as the cells lie.
const reach: ChartReach = { nearest: 'both', across: 7, along: 1 };

function Legend(props: { most: number; noun: string }) {
  return (
    <p className={styles.legend}>
      <span className={styles.cell} data-step="0" aria-hidden="true" /> none
      <span className={styles.scale} aria-hidden="true">
        {[1, 2, 3, 4, 5].map(step => (
          <span key={step} className={styles.cell} data-step={step} />
        ))}
      </span>
      up to {formatNumber(props.most)} {props.noun} a day
    </p>
  );
}

/** Days as cells, a column a week: on which days something happens, and when it paused. */
export function CalendarHeatMap(props: CalendarHeatMapProps) {
  const { days, noun } = props;
  const plan = useMemo(
    () => (theme: ChartTheme, width: number) =>
      calendarPlan({ days, noun }, theme, width),
    [days, noun],
  );
  const height = useCallback(
    (width: number) => calendarHeight(days, width),
    [days],
  );
  const most = Math.max(0, ...days.map(day => day.value ?? 0));
  const columns: DataColumn<CalendarDay>[] = [
    {
      id: 'date',
      title: 'Day',
      text: day => describeDate(day.date),
      value: day => day.date,
    },
    {
      id: 'value',
      title: `Number of ${noun}`,
      text: day =>
        day.value === undefined
          ? describeCount(day, noun)
          : formatNumber(day.value),
      value: day => day.value,
    },
  ];
  return (
    <Chart
      title={props.title}
      meaning={props.meaning}
      columns={columns}
      rows={[...days].reverse()}
      rowId={day => day.date}
      fileName={props.fileName}
      fileRows={days}
      demo={props.demo}
      surface={props.surface}
      empty={
        most === 0
          ? `There are no ${noun} in this period. A longer one may show some.`
          : undefined
      }
      legend={<Legend most={most} noun={noun} />}
      height={height}
      minWidth={calendarMinWidth(days)}
      plan={plan}
      reach={reach}
      onOpen={props.onOpen}
    />
  );
}
