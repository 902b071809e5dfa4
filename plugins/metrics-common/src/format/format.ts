import type { MetricUnit } from '../MetricValue';
import type { Period } from '../Period';
import { formatMoney } from './formatMoney';

/**
 * How a reader wants figures written. Without a locale and a time zone the browser's own are used; tests name theirs.
 */
export type FormatOptions = {
  locale?: string;
  timeZone?: string;
  /** The zone in which periods are cut into days. Default: UTC. */
  daysIn?: string;
  /** `narrow` for the eye ("2 d 4 h"), `long` for the ear ("2 days 4 hours"). */
  display?: 'narrow' | 'long';
};

type TimeUnit = 'day' | 'hour' | 'minute' | 'second';

// Each span is written as its first unit and the next smaller one, rounded to that smaller one.
const scales: { from: number; units: [TimeUnit, TimeUnit?]; step: number }[] = [
  { from: 86_400, units: ['day', 'hour'], step: 3_600 },
  { from: 3_600, units: ['hour', 'minute'], step: 60 },
  { from: 60, units: ['minute', 'second'], step: 1 },
  { from: 0, units: ['second'], step: 1 },
];
const secondsIn: Record<TimeUnit, number> = {
  day: 86_400,
  hour: 3_600,
  minute: 60,
  second: 1,
};

/** A no-break space, so that a number and its unit stay on one line. */
const joiner = '\u00a0';

function formatTimePart(value: number, unit: TimeUnit, options: FormatOptions) {
  const { locale, display = 'narrow' } = options;
  const parts = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: display,
    maximumFractionDigits: 0,
  }).formatToParts(value);
  const words = parts
    .filter(part => part.type === 'unit')
    .map(part => part.value.trim());
  const number = parts
    .filter(part => part.type !== 'unit' && part.type !== 'literal')
    .map(part => part.value)
    .join('');
  const unitFirst = parts[0]?.type === 'unit';
  return (unitFirst ? [...words, number] : [number, ...words]).join(joiner);
}

/**
 * Writes a span of hours as its two largest parts: `2 d 4 h`, `4 h 12 min`, `42 s`.
 */
export function formatDuration(hours: number, options: FormatOptions = {}) {
  const sign = hours < 0 ? '−' : '';
  const exact = Math.abs(hours) * 3_600;
  // Rounding can reach the next scale: 59 min 59.6 s is 1 h, not 60 min. But 23 h 30 min is no day.
  const scale =
    scales.find(({ from, step }, index) => {
      const finer = scales[index + 1]?.step ?? step;
      return Math.round(exact / finer) * finer >= from;
    }) ?? scales[scales.length - 1];
  const seconds = Math.round(exact / scale.step) * scale.step;

  const [large, small] = scale.units;
  const first = Math.floor(seconds / secondsIn[large]);
  const rest = seconds - first * secondsIn[large];
  const texts = [formatTimePart(first, large, options)];
  if (small && rest > 0) {
    texts.push(formatTimePart(rest / secondsIn[small], small, options));
  }
  return sign + texts.join(' ');
}

/**
 * Writes a ratio as a percentage with one decimal, `7.7%`, and with more where that one would make nothing or everything of it:
 * `99.97%`, `0.02%`.
 */
export function formatRatio(ratio: number, options: FormatOptions = {}) {
  return new Intl.NumberFormat(options.locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: decimalsOf(ratio),
  }).format(ratio);
}

const mostDecimals = 4;

function decimalsOf(ratio: number): number {
  const distance = Math.min(Math.abs(ratio), Math.abs(1 - Math.abs(ratio)));
  let decimals = 1;
  // Up to half of the last decimal it would be rounded away; a little more for how doubles hold it.
  while (
    distance > 0 &&
    distance * 100 <= 0.5 * 10 ** -decimals + 1e-9 &&
    decimals < mostDecimals
  ) {
    decimals += 1;
  }
  return decimals;
}

/** Writes a number with as many digits as it deserves: `1,250`, `2.1`, `0.025`. */
export function formatNumber(value: number, options: FormatOptions = {}) {
  const size = Math.abs(value);
  let digits: Intl.NumberFormatOptions = { maximumFractionDigits: 0 };
  if (size < 1) {
    digits = { maximumSignificantDigits: 2 };
  } else if (size < 100) {
    digits = { maximumFractionDigits: 1 };
  }
  return new Intl.NumberFormat(options.locale, digits).format(value);
}

/** Writes a figure with its unit, as a tile shows it. */
export function formatValue(
  value: number,
  unit: MetricUnit,
  options: FormatOptions = {},
): string {
  switch (unit) {
    case 'h':
      return formatDuration(value, options);
    case 'ratio':
      return formatRatio(value, options);
    case '1/week':
      return `${formatNumber(value, options)} per week`;
    case 'count':
    case 'points':
      return formatNumber(value, options);
    default:
      return formatMoney(value, currencyOf(unit), options);
  }
}

function currencyOf(unit: `currency:${string}`): string {
  return unit.slice('currency:'.length);
}

/** Writes a value beside an axis whose title already names the unit. */
export function formatTick(
  value: number,
  unit: MetricUnit,
  options: FormatOptions = {},
): string {
  if (unit === 'h') {
    return value === 0 ? '0' : formatDuration(value, options);
  }
  if (unit === 'ratio') {
    return new Intl.NumberFormat(options.locale, {
      style: 'percent',
      maximumFractionDigits: 1,
    }).format(value);
  }
  return formatNumber(value, options);
}

const unitNames = {
  '1/week': 'per week',
  h: 'time',
  ratio: 'share',
  count: 'number',
  points: 'points',
};

/** The words of an axis title. */
export function unitName(unit: MetricUnit): string {
  return unit in unitNames
    ? unitNames[unit as keyof typeof unitNames]
    : unit.slice('currency:'.length);
}

/** Direction and size of a change, without a judgement. */
export type Change = { direction: 'up' | 'down' | 'same'; text: string };

/**
 * Says how a value differs from an earlier one: `12 h longer`, `0.4 per week fewer`, `1.2 points higher`.
 * Two values that read the same count as the same.
 */
export function formatChange(
  value: number,
  previous: number,
  unit: MetricUnit,
  options: FormatOptions = {},
): Change {
  if (
    formatValue(value, unit, options) === formatValue(previous, unit, options)
  ) {
    return { direction: 'same', text: 'no change' };
  }
  const difference = value - previous;
  const direction = difference > 0 ? 'up' : 'down';
  const size = Math.abs(difference);
  if (unit === 'h') {
    const word = direction === 'up' ? 'longer' : 'shorter';
    return { direction, text: `${formatDuration(size, options)} ${word}` };
  }
  if (unit === 'ratio') {
    // Two values can read differently and be closer than what one decimal shows.
    const isTiny = size * 100 < 0.05;
    const points = new Intl.NumberFormat(
      options.locale,
      isTiny
        ? { maximumSignificantDigits: 1 }
        : { minimumFractionDigits: 1, maximumFractionDigits: 1 },
    ).format(size * 100);
    const word = direction === 'up' ? 'higher' : 'lower';
    return { direction, text: `${points} points ${word}` };
  }
  const word = direction === 'up' ? 'more' : 'fewer';
  return { direction, text: `${formatValue(size, unit, options)} ${word}` };
}

/** Writes an instant with its date, time and zone. */
export function formatInstant(iso: string, options: FormatOptions = {}) {
  return new Intl.DateTimeFormat(options.locale, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone: options.timeZone,
  }).format(new Date(iso));
}

/**
 * Writes the days of a half-open period in the zone in which it was cut, not in the reader's: `3 – 9 Nov 2025`.
 */
export function formatPeriod(period: Period, options: FormatOptions = {}) {
  const from = new Date(period.from);
  const last = new Date(Date.parse(period.to) - 1);
  return new Intl.DateTimeFormat(options.locale, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    timeZone: options.daysIn ?? 'UTC',
  }).formatRange(from, last < from ? from : last);
}

/** Writes the first day of a period beside an axis. */
export function formatDay(iso: string, options: FormatOptions = {}) {
  return new Intl.DateTimeFormat(options.locale, {
    month: 'short',
    day: 'numeric',
    timeZone: options.daysIn ?? 'UTC',
  }).format(new Date(iso));
}

/** Writes a calendar day: `9 Nov 2025`. */
export function formatDate(day: string, options: FormatOptions = {}) {
  return new Intl.DateTimeFormat(options.locale, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(day));
}

/** Writes a calendar month: `Nov 2025`. */
export function formatMonth(iso: string, options: FormatOptions = {}) {
  return new Intl.DateTimeFormat(options.locale, {
    month: 'short',
    year: 'numeric',
    timeZone: options.daysIn ?? 'UTC',
  }).format(new Date(iso));
}

/** Whether a moment is given as a calendar day, `YYYY-MM-DD`, which says nothing of the hour. */
export function isCalendarDay(moment: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(moment);
}

/** Writes how long ago an instant or a calendar day was: `3 days ago`. */
export function formatAgo(iso: string, now: Date, options: FormatOptions = {}) {
  const isDay = isCalendarDay(iso);
  const today = now.toISOString().slice(0, 10);
  const reference = isDay ? Date.parse(today) : now.getTime();
  const seconds = (Date.parse(iso) - reference) / 1_000;
  const format = new Intl.RelativeTimeFormat(options.locale, {
    numeric: 'auto',
  });
  const size = Math.abs(seconds);
  const steps: [Intl.RelativeTimeFormatUnit, number][] = [
    ['year', 365 * 86_400],
    ['month', 30 * 86_400],
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
  ];
  const step = steps.find(([, length]) => size >= length);
  return step
    ? format.format(Math.trunc(seconds / step[1]), step[0])
    : format.format(0, isDay ? 'day' : 'minute');
}
