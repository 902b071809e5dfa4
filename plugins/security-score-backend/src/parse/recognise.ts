import { InputError } from '@backstage/errors';
import { readStart } from './json/readStart';
import { jsonReaders } from './readers';
import type { JsonReportReader, JsonStart } from './ReportReader';

const packed: Array<{ name: string; start: number[] }> = [
  { name: 'a ZIP archive', start: [0x50, 0x4b, 0x03, 0x04] },
  { name: 'packed with Zstandard', start: [0x28, 0xb5, 0x2f, 0xfd] },
  { name: 'packed with bzip2', start: [0x42, 0x5a, 0x68] },
  { name: 'packed with xz', start: [0xfd, 0x37, 0x7a, 0x58] },
  { name: 'gzip within gzip', start: [0x1f, 0x8b] },
];

/** What the bytes of a report are, before its format is known. */
export function contentKind(start: Buffer): 'json' | 'xml' {
  const known = packed.find(kind =>
    kind.start.every((byte, index) => start[index] === byte),
  );
  if (known) {
    throw new InputError(
      `The report is ${known.name}: send the JSON or XML in it, as it is or as gzip`,
    );
  }
  const text = start.subarray(0, 4096).toString('utf8');
  const first = text.trimStart()[0];
  if (first === undefined) {
    throw new InputError('The report is empty');
  }
  if (first === '<') {
    if (/^\s*<(?:!doctype\s+)?html/i.test(text)) {
      throw new InputError(
        'The report is a page of HTML, as a server answers that asks to sign in: send the JSON or XML of the scanner',
      );
    }
    return 'xml';
  }
  if (first !== '{' && first !== '[') {
    throw new InputError(
      'The report is neither JSON nor XML: have the scanner write one of the formats that are read',
    );
  }
  return 'json';
}

/** The reader of a JSON report: exactly one that recognises it. */
export function recogniseJson(start: Buffer): JsonReportReader {
  const seen = readStart(start.toString('utf8'));
  const fitting = jsonReaders.filter(reader => reader.recognise(seen));
  if (fitting.length === 1) {
    return fitting[0];
  }
  throw new InputError(
    fitting.length === 0
      ? `The report is JSON of no format that is read: it has ${whatIsSeen(
          seen,
        )}. Read are ${jsonReaders.map(({ format }) => format).join(', ')}`
      : `The report could be ${fitting
          .map(({ format }) => format)
          .join(
            ' or ',
          )}, and is not read because nobody can say which: it has ${whatIsSeen(
          seen,
        )}`,
  );
}

function whatIsSeen({ keys, isArray, firstKeys }: JsonStart): string {
  const list = isArray ? firstKeys.$ ?? [] : keys;
  const names = list
    .slice(0, 12)
    .map(key => `"${key.slice(0, 40)}"`)
    .join(', ');
  const where = isArray ? 'an array whose first entry has' : '';
  if (!names) {
    return isArray ? 'an array without objects' : 'no keys';
  }
  return `${where} the ${list.length === 1 ? 'key' : 'keys'} ${names}`.trim();
}
