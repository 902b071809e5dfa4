const special = /[\\\t\n\r\0]/;
const escapes: Record<string, string> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\0': '',
};

/**
 * A row in the text format of COPY. Zero bytes, which text in PostgreSQL can't hold, are left out.
 *
 * @public
 */
export function copyRow(values: ReadonlyArray<string | undefined>): string {
  // Joined, not added: text that is added up stays a tree of its pieces until somebody reads it.
  return `${values
    .map(value => (value === undefined ? '\\N' : escapeCopy(value)))
    .join('\t')}\n`;
}

function escapeCopy(value: string): string {
  return special.test(value)
    ? value.replace(/[\\\t\n\r\0]/g, character => escapes[character])
    : value;
}
