import { createHash } from 'node:crypto';
import {
  costItemColumns,
  type CostItem,
  type CostItemColumn,
} from '@portal/plugin-finops-common';

/**
 * An item of its attributes: its id is their MD5 as a UUID, so that whoever reads the same attributes finds the same item. MD5
 * is no secret here, it only names.
 *
 * @internal
 */
export function costItem(
  columns: Record<CostItemColumn, string>,
  tags: Record<string, string>,
): CostItem {
  const sorted = Object.entries(tags).sort(([left], [right]) =>
    left < right ? -1 : 1,
  );
  const canonical = JSON.stringify([
    costItemColumns.map(column => columns[column]),
    sorted,
  ]);
  const hash = createHash('md5').update(canonical).digest('hex');
  const id = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    hash.slice(12, 16),
    hash.slice(16, 20),
    hash.slice(20),
  ].join('-');
  return { id, columns, tags: Object.fromEntries(sorted) };
}
