// Reports that a server writes use the same words: the functions are in the package that both sides have.
export {
  formatAgo,
  formatChange,
  formatDate,
  formatDay,
  formatDuration,
  formatInstant,
  formatMoney,
  formatMonth,
  formatNumber,
  formatPeriod,
  formatRatio,
  formatTick,
  formatValue,
  unitName,
  type Change,
  type FormatOptions,
} from '@portal/plugin-metrics-common';
