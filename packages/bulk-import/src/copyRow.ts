const special = /[\\\t\n\r]/;
const escapes: Record<string, string> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};

/**
 * A row in the text format of COPY. Zero bytes, which text in PostgreSQL can't hold, are left out.
 *
 * @public
 */
export function copyRow(values: ReadonlyArray<string | undefined>): string {
  let row = '';
  for (const [index, value] of values.entries()) {
    if (index > 0) {
      row += '\t';
    }
    row += value === undefined ? '\\N' : escapeCopy(value);
  }
  return `${row}\n`;
}

function escapeCopy(value: string): string {
  const text = value.includes('\0') ? value.replaceAll('\0', '') : value;
  return special.test(text)
    ? text.replace(/[\\\t\n\r]/g, character => escapes[character])
    : text;
}
