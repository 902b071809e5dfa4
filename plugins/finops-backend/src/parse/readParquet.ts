import { randomUUID } from 'node:crypto';
import { open, unlink, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError, isError } from '@backstage/errors';
import {
  parquetMetadataAsync,
  parquetReadObjects,
  parquetSchema,
  type AsyncBuffer,
  type Compressors,
  type FileMetaData,
} from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { FocusHeading } from './FocusHeading';
import { FocusRowReader } from './FocusRowReader';
import { cellWriter, parquetParsers, takeDecimals } from './parquetCell';
import type { ReadRows } from './readCsv';

const window = 20_000;
const largestPage = 512 * 1024 * 1024;

/**
 * Reads Parquet. What it is made of stands at its end, so the file goes to a temporary place first, which has no name any more once
 * it is open: nothing stays behind, whatever happens.
 *
 * @internal
 */
export async function* readParquet(
  pieces: AsyncIterable<Buffer>,
  options: { currency: string; months: readonly string[] },
): AsyncGenerator<FocusRowReader, ReadRows> {
  const path = join(tmpdir(), `finops-${randomUUID()}.parquet`);
  const file = await open(path, 'wx+', 0o600);
  try {
    await unlink(path);
    let byteLength = 0;
    for await (const piece of pieces) {
      await file.write(piece, 0, piece.length, byteLength);
      byteLength += piece.length;
    }
    return yield* readRowsOf(bufferOf(file, byteLength), options);
  } finally {
    await file.close();
  }
}

function bufferOf(file: FileHandle, byteLength: number): AsyncBuffer {
  return {
    byteLength,
    async slice(start, end = byteLength) {
      const from = start < 0 ? Math.max(0, byteLength + start) : start;
      const length = Math.min(end, byteLength) - from;
      if (!(length > 0)) {
        return new ArrayBuffer(0);
      }
      const buffer = new ArrayBuffer(length);
      await file.read(new Uint8Array(buffer), 0, length, from);
      return buffer;
    },
  };
}

async function* readRowsOf(
  file: AsyncBuffer,
  options: { currency: string; months: readonly string[] },
): AsyncGenerator<FocusRowReader, ReadRows> {
  const metadata = await understood(() => parquetMetadataAsync(file));
  const scales = takeDecimals(metadata.schema);
  const { children } = await understood(async () => parquetSchema(metadata));
  const columns = children.map(child => ({
    name: child.element.name,
    write: cellWriter(child, scales),
  }));
  const reader = FocusRowReader.create({
    heading: FocusHeading.read(
      columns.map(({ name }) => name),
      options,
    ),
    ...options,
  });
  const rowCount = checkedRows(metadata);
  for (let rowStart = 0; rowStart < rowCount; rowStart += window) {
    const rowEnd = Math.min(rowCount, rowStart + window);
    const rows = await understood(() =>
      parquetReadObjects({
        file,
        metadata,
        rowStart,
        rowEnd,
        compressors: limitedCompressors(compressors),
        parsers: parquetParsers,
        utf8: false,
      }),
    );
    if (rows.length !== rowEnd - rowStart) {
      throw broken(`rows ${rowStart} to ${rowEnd} are not all there`);
    }
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[index];
      const cells = columns.map(({ name, write }) => write(row[name]));
      reader.readRow(cells, rowStart + index + 2, () => JSON.stringify(cells));
      if (reader.pending >= 2000) {
        yield reader;
      }
    }
    yield reader;
  }
  return { reader, notes: [] };
}

/** The number of rows, which must be what the groups of rows add to. */
function checkedRows(metadata: FileMetaData): number {
  const inGroups = metadata.row_groups.reduce(
    (sum, group) => sum + Number(group.num_rows),
    0,
  );
  const rows = Number(metadata.num_rows);
  if (rows !== inGroups || !Number.isSafeInteger(rows) || rows < 0) {
    throw broken(`it says that it has ${rows} rows, and has ${inGroups}`);
  }
  return rows;
}

/** Pages that say to unpack to more than any page does would fill the memory. */
function limitedCompressors(compressors: Compressors): Compressors {
  return Object.fromEntries(
    Object.entries(compressors).map(([name, unpack]) => [
      name,
      (input: Uint8Array, outputLength: number) => {
        if (outputLength > largestPage) {
          throw broken(`a page of it has ${outputLength} bytes`);
        }
        return unpack(input, outputLength);
      },
    ]),
  );
}

async function understood<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof InputError) {
      throw error;
    }
    throw broken(isError(error) ? error.message : String(error));
  }
}

function broken(why: string): InputError {
  return new InputError(
    `The Parquet file can't be read: ${why.slice(
      0,
      300,
    )}. Write it again, or send CSV. Nothing was imported`,
  );
}
