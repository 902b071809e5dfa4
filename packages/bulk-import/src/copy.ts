import type { Knex } from 'knex';
import type { Client } from 'pg';
import { from, to } from 'pg-copy-streams';
import { pipeline } from 'node:stream/promises';

/**
 * Sends rows in COPY's text format to the connection of a transaction, with back-pressure.
 *
 * @param sql - a `COPY ... FROM STDIN` statement.
 * @returns How many rows there were.
 */
export async function copyIn(
  transaction: Knex.Transaction,
  sql: string,
  rows: AsyncIterable<Buffer | string> | Iterable<Buffer | string>,
): Promise<number> {
  const connection = await connectionOf(transaction);
  const stream = connection.query(from(sql));
  await pipeline(rows, stream);
  return stream.rowCount;
}

/**
 * Reads rows of whole numbers from the connection of a transaction without an object a row.
 *
 * @param sql - a `COPY ... TO STDOUT` statement whose columns are integers that are not negative and not null.
 * @param options - `onRow` is called with the columns of each row, in an array that is used again.
 */
export async function copyIntegersOut(
  transaction: Knex.Transaction,
  sql: string,
  options: { columns: number; onRow: (row: Int32Array) => void },
): Promise<void> {
  const connection = await connectionOf(transaction);
  const row = new Int32Array(options.columns);
  let column = 0;
  let value = 0;
  const stream: AsyncIterable<Buffer> = connection.query(to(sql));
  for await (const chunk of stream) {
    for (const byte of chunk) {
      if (byte >= 48) {
        value = value * 10 + byte - 48;
      } else {
        row[column] = value;
        value = 0;
        column += 1;
        if (byte === 10) {
          column = 0;
          options.onRow(row);
        }
      }
    }
  }
}

async function connectionOf(transaction: Knex.Transaction): Promise<Client> {
  return transaction.client.acquireConnection();
}
