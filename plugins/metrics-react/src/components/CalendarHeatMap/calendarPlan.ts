import { addDays, mondayOf } from '../../period/calendar';
import { formatDay, formatNumber } from '../../format';
import {
  textStyle,
  type ChartPlan,
  type ChartStop,
  type ChartTheme,
} from '../Chart';

/** What happened on one day. */
export type CalendarDay = {
  /** `2025-11-03`. */
  date: string;
  /** Absent where nothing is known: a gap, never a zero. */
  value?: number;
};

/** What a {@link calendarPlan} draws. */
export type CalendarPlanOptions = {
  days: readonly CalendarDay[];
  /** What is counted, in the plural: "deployments". */
  noun: string;
};

/** Room for the names of weekdays and months, in pixels. */
const room = { left: 44, top: 24, right: 8, bottom: 8 };
const cell = { least: 18, most: 30 };
const dayMs = 86_400_000;

function weeksBetween(first: string, date: string): number {
  return Math.floor(
    (Date.parse(mondayOf(date)) - Date.parse(mondayOf(first))) / (7 * dayMs),
  );
}

function weekday(date: string): number {
  return Math.round((Date.parse(date) - Date.parse(mondayOf(date))) / dayMs);
}

function weekCount(days: readonly CalendarDay[]): number {
  return days.length > 0
    ? weeksBetween(days[0].date, days[days.length - 1].date) + 1
    : 0;
}

/** Narrower than this the cells would be too small for their values. */
export function calendarMinWidth(days: readonly CalendarDay[]): number {
  return room.left + weekCount(days) * cell.least + room.right;
}

/** The step of the scale for a value, from 0 for none to 4 for the most. */
export function heatStep(value: number, most: number, steps: number): number {
  return Math.min(steps - 1, Math.ceil((value / most) * steps) - 1);
}

function cellSize(weeks: number, width: number): number {
  const fitting = (width - room.left - room.right) / Math.max(1, weeks);
  return Math.min(cell.most, Math.max(cell.least, Math.floor(fitting)));
}

/** Height of the drawing: seven cells and the names of the months. */
export function calendarHeight(
  days: readonly CalendarDay[],
  width: number,
): number {
  return room.top + 7 * cellSize(weekCount(days), width) + room.bottom;
}

/** A date in words: `Mon, 3 Nov 2025`. */
export function describeDate(date: string): string {
  return new Intl.DateTimeFormat(undefined, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`));
}

/** Words for the value of a day, or for its absence. */
export function describeCount(day: CalendarDay, noun: string): string {
  return day.value === undefined
    ? 'no data'
    : `${formatNumber(day.value)} ${noun}`;
}

function monthLabels(first: string, weeks: number): Map<number, string> {
  const labels = new Map<number, string>();
  const format = new Intl.DateTimeFormat(undefined, {
    month: 'short',
    timeZone: 'UTC',
  });
  const monday = mondayOf(first);
  for (let week = 0; week < weeks; week++) {
    // The week that the first of a month lies in carries its name.
    const sunday = addDays(monday, week * 7 + 6);
    if (week === 0 || Number(sunday.slice(8)) <= 7) {
      labels.set(week, format.format(new Date(sunday)));
    }
  }
  if (labels.has(1) && labels.has(0)) {
    labels.delete(0);
  }
  return labels;
}

/** Draws days as cells, a column a week from Monday, darker for more. */
export function calendarPlan(
  { days, noun }: CalendarPlanOptions,
  theme: ChartTheme,
  width: number,
): ChartPlan {
  const first = days[0]?.date ?? '1970-01-01';
  const weeks = weekCount(days);
  const size = cellSize(weeks, width);
  const most = Math.max(1, ...days.map(day => day.value ?? 0));
  const months = monthLabels(first, weeks);

  const stops: ChartStop[] = days.map(day => {
    const date = describeDate(day.date);
    const count = describeCount(day, noun);
    return {
      id: day.date,
      label: `${date}: ${count}`,
      lines: [count, date],
      at: {
        seriesIndex: 0,
        values: [weeksBetween(first, day.date), weekday(day.date)],
      },
    };
  });
  const cells = days.map((day, index) => {
    const value = stops[index].at.values;
    if (!day.value) {
      return {
        value,
        itemStyle: {
          color: theme.surface,
          borderColor: theme.border,
          borderWidth: 1,
          opacity: 1,
          borderType: day.value === undefined ? 'dashed' : 'solid',
        },
      };
    }
    const { ground, text } =
      theme.scale[heatStep(day.value, most, theme.scale.length)];
    const written = formatNumber(day.value);
    return {
      value,
      itemStyle: { color: ground, opacity: 1 },
      label: {
        show: written.length * 6 <= size - 4,
        formatter: written,
        ...textStyle(theme),
        fontSize: 10,
        color: text,
      },
    };
  });
  const weekdays = [0, 1, 2, 3, 4, 5, 6].map(index =>
    new Intl.DateTimeFormat(undefined, {
      weekday: 'short',
      timeZone: 'UTC',
      // 3 November 2025 was a Monday.
    }).format(new Date(Date.UTC(2025, 10, 3 + index))),
  );
  const quiet = { axisLine: { show: false }, axisTick: { show: false } };
  return {
    stops,
    cell: size,
    option: {
      grid: {
        left: room.left,
        top: room.top,
        width: size * weeks,
        height: size * 7,
        outerBoundsMode: 'none',
      },
      xAxis: {
        ...quiet,
        type: 'category',
        position: 'top',
        data: Array.from({ length: weeks }, (_, week) =>
          formatDay(`${addDays(mondayOf(first), week * 7)}T00:00:00Z`),
        ),
        axisLabel: {
          ...textStyle(theme),
          margin: 6,
          interval: (week: number) => months.has(week),
          formatter: (_: string, week: number) => months.get(week) ?? '',
        },
      },
      yAxis: {
        ...quiet,
        type: 'category',
        inverse: true,
        data: weekdays,
        axisLabel: { ...textStyle(theme), interval: 0, margin: 6 },
      },
      series: [
        {
          type: 'scatter',
          silent: true,
          symbol: 'roundRect',
          symbolSize: size - 2,
          emphasis: { disabled: true },
          animation: false,
          data: cells,
        },
      ],
    },
  };
}
