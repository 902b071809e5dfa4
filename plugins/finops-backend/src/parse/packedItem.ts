import { hash } from 'node:crypto';
import { copyRow } from '@portal/bulk-import';
import { costItemColumns } from '@portal/plugin-finops-common';
import { snakeCase } from '../import/snakeCase';

/**
 * Columns of a packed item in their order. It is a row of COPY, so that it goes from the thread that reads a file to the database as
 * it is.
 *
 * @internal
 */
export const packedItemColumns = [
  'id',
  ...costItemColumns.map(snakeCase),
  'tags',
];

/**
 * An item of its attributes: its id is their MD5 as a UUID, so that whoever reads the same attributes finds the same item. MD5
 * is no secret here, it only names.
 *
 * @param values - in the order of `costItemColumns`
 * @internal
 */
export function packItem(
  values: readonly string[],
  tags: Record<string, string>,
): { id: string; row: string } {
  const sorted = Object.entries(tags).sort(([left], [right]) =>
    left < right ? -1 : 1,
  );
  const md5 = hash('md5', JSON.stringify([values, sorted]));
  const id = `${md5.slice(0, 8)}-${md5.slice(8, 12)}-${md5.slice(
    12,
    16,
  )}-${md5.slice(16, 20)}-${md5.slice(20)}`;
  return {
    id,
    row: copyRow([id, ...values, JSON.stringify(Object.fromEntries(sorted))]),
  };
}
