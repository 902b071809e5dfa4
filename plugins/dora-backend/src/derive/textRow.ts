/** A value that COPY's text format can hold. */
export type TextValue = string | number | boolean | undefined;

/** A row in the text format of COPY, with its line end. */
export function textRow(values: readonly TextValue[]): string {
  return `${values.map(textOf).join('\t')}\n`;
}

function textOf(value: TextValue): string {
  if (value === undefined) {
    return '\\N';
  }
  return String(value)
    .replace(/\\/g, '\\\\')
    .replace(/\t/g, '\\t')
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r');
}
