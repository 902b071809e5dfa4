import { formatNumber, formatRatio } from '@portal/plugin-metrics-common';

/**
 * Statements and reports are written in one language, wherever they are read. */
export const locale = 'en-GB';

/** Said of shares that leave out pillars in which other services were measured on one of the days. */
export const onBothDays = ', of what was measured alike on both days';

/** `72.0%` */
export function shareText(share: number): string {
  return formatRatio(share, { locale });
}

/** `1 service`, `12 services` */
export function countText(
  count: number,
  one: string,
  many: string = `${one}s`,
): string {
  return `${formatNumber(count, { locale })} ${count === 1 ? one : many}`;
}

/** `4.2 points`, of two shares. */
export function pointsText(difference: number): string {
  const points = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(Math.abs(difference * 100));
  return `${points} points`;
}
