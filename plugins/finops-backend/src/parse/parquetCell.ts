import type { SchemaElement, SchemaTree } from 'hyparquet';

/**
 * Writes values of a Parquet column as CSV would have them: exact decimals, ISO dates, objects as JSON.
 *
 * @internal
 */
export type CellWriter = (value: unknown) => string;

const decoder = new TextDecoder();

/**
 * Decimals are read as the whole numbers that they are stored as, because the reader of Parquet would make floats of them. Call
 * this before anything is read.
 *
 * @internal
 */
export function takeDecimals(
  schema: readonly SchemaElement[],
): Map<SchemaElement, number> {
  const scales = new Map<SchemaElement, number>();
  for (const element of schema) {
    const logical = element.logical_type;
    if (element.converted_type === 'DECIMAL' || logical?.type === 'DECIMAL') {
      const scale =
        element.scale ?? (logical?.type === 'DECIMAL' ? logical.scale : 0);
      scales.set(element, scale ?? 0);
      element.converted_type = undefined;
      element.logical_type = undefined;
    }
  }
  return scales;
}

/** @internal */
export function cellWriter(
  column: SchemaTree,
  scales: ReadonlyMap<SchemaElement, number>,
): CellWriter {
  const scale = scales.get(column.element);
  if (scale !== undefined) {
    return value => writeDecimal(value, scale);
  }
  if (column.element.type === 'FLOAT') {
    return value =>
      typeof value === 'number' ? writeFloat(value) : writeValue(value);
  }
  return writeValue;
}

function writeDecimal(value: unknown, scale: number): string {
  if (value === undefined || value === null) {
    return '';
  }
  const whole = value instanceof Uint8Array ? readBigEndian(value) : value;
  if (typeof whole !== 'bigint' && typeof whole !== 'number') {
    return writeValue(value);
  }
  const digits = BigInt(whole);
  const sign = digits < 0n ? '-' : '';
  const text = (digits < 0n ? -digits : digits)
    .toString()
    .padStart(scale + 1, '0');
  return scale > 0
    ? `${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`
    : sign + text;
}

function readBigEndian(bytes: Uint8Array): bigint {
  if (bytes.length === 0) {
    return 0n;
  }
  const hex = Buffer.from(bytes).toString('hex');
  return BigInt.asIntN(bytes.length * 8, BigInt(`0x${hex}`));
}

/** A float of 32 bits with the fewest digits that tell it from its neighbours. */
function writeFloat(value: number): string {
  for (let digits = 6; digits < 9; digits += 1) {
    const text = value.toPrecision(digits);
    if (Math.fround(Number(text)) === value) {
      return String(Number(text));
    }
  }
  return String(value);
}

function writeValue(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value.includes('\u0000')
        ? value.replaceAll('\u0000', '\uFFFD')
        : value;
    case 'number':
    case 'bigint':
    case 'boolean':
      return String(value);
    case 'object':
      break;
    default:
      return '';
  }
  if (value === null) {
    return '';
  }
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? 'no date' : value.toISOString();
  }
  if (value instanceof Uint8Array) {
    return writeValue(decoder.decode(value));
  }
  return JSON.stringify(value, (_, inner) => {
    if (typeof inner === 'bigint') {
      return String(inner);
    }
    return inner instanceof Uint8Array ? decoder.decode(inner) : inner;
  });
}

/**
 * Dates of Parquet as text, to the millisecond. What is out of the range of dates is text that no date is.
 *
 * @internal
 */
export const parquetParsers = {
  timestampFromMilliseconds: (value: bigint) => writeInstant(Number(value)),
  timestampFromMicroseconds: (value: bigint) =>
    writeInstant(Number(value / 1000n)),
  timestampFromNanoseconds: (value: bigint) =>
    writeInstant(Number(value / 1000000n)),
  dateFromDays: (days: number) => writeInstant(days * 86_400_000),
  jsonFromBytes: (bytes: Uint8Array) => bytes && decoder.decode(bytes),
};

function writeInstant(milliseconds: number): string {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime())
    ? 'no date'
    : date.toISOString().replace('.000Z', 'Z');
}
