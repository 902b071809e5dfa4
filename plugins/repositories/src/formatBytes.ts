const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];

/** Bytes for people, in units of 1,000: "9 bytes", "1.2 kB". */
export function formatBytes(bytes: number): string {
  const power = Math.min(
    Math.floor(Math.log10(Math.max(bytes, 1)) / 3),
    units.length - 1,
  );
  return new Intl.NumberFormat('en', {
    style: 'unit',
    unit: units[power],
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power === 0 ? 0 : 1,
  }).format(bytes / 1000 ** power);
}
