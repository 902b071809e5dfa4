import {
  CellText,
  Column,
  Row as TableRow,
  TableBody,
  TableHeader,
  TableRoot,
} from '@backstage/ui';
import type { DataColumn } from '../../table';
import styles from './ChartFrame.module.css';

/** The figures of a drawing as a table, which scrolls in its own box. */
export function DataTable<Row>(props: {
  label: string;
  columns: readonly DataColumn<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
}) {
  const { label, columns, rows, rowId } = props;
  return (
    <div className={styles.table}>
      <TableRoot aria-label={label}>
        <TableHeader>
          {columns.map((column, index) => (
            <Column key={column.id} id={column.id} isRowHeader={index === 0}>
              {column.title}
            </Column>
          ))}
        </TableHeader>
        <TableBody>
          {rows.map(row => (
            <TableRow key={rowId(row)} id={rowId(row)}>
              {columns.map(column => (
                <CellText key={column.id} title={column.text(row)} />
              ))}
            </TableRow>
          ))}
        </TableBody>
      </TableRoot>
    </div>
  );
}
