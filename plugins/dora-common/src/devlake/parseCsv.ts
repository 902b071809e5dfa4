import { InputError } from '@backstage/errors';

/**
 * A record of a CSV file and the line that it begins on, counted from 1.
 *
 * @public
 */
export type CsvRecord = { line: number; fields: string[] };

/**
 * Parses CSV after RFC 4180: quoted fields may hold commas, line ends and doubled quotes. A byte order mark, CRLF,
 * blank lines and a missing last line end are accepted, and a quote inside an unquoted field is taken as it is.
 *
 * @param file - Name of the file, for errors.
 * @throws InputError where a quoted field does not end, or goes on after its closing quote.
 * @public
 */
export function parseCsv(text: string, file: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let line = 1;
  while (at < text.length) {
    const record: CsvRecord = { line, fields: [] };
    let more = true;
    while (more) {
      const field =
        text[at] === '"'
          ? quotedField(text, at, `${file}, line ${line}`)
          : plainField(text, at);
      record.fields.push(field.value);
      line += field.lines;
      at = field.end;
      more = text[at] === ',';
      at += more ? 1 : 0;
    }
    const blank = record.fields.length === 1 && record.fields[0] === '';
    if (!blank) {
      records.push(record);
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    line += 1;
  }
  return records;
}

type Field = { value: string; end: number; lines: number };

const plainEnd = /[,\n]|\r\n?/g;

function plainField(text: string, start: number): Field {
  plainEnd.lastIndex = start;
  const end = plainEnd.exec(text)?.index ?? text.length;
  return { value: text.slice(start, end), end, lines: 0 };
}

function quotedField(text: string, start: number, where: string): Field {
  let value = '';
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) {
      throw new InputError(
        `${where}: a quoted field does not end. Close it with a double quote.`,
      );
    }
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') {
      const next = text[quote + 1];
      if (next !== undefined && !',\r\n'.includes(next)) {
        throw new InputError(
          `${where}: text follows the closing quote of a field. Double the quotes inside of a quoted field.`,
        );
      }
      return { value, end: quote + 1, lines: value.split('\n').length - 1 };
    }
    value += '"';
    from = quote + 2;
  }
}
