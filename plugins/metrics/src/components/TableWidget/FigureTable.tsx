import { useState } from 'react';
import { everything } from '@portal/plugin-metrics-common';
import {
  type DataColumn,
  EntityLink,
  ExportMenu,
  formatNumber,
  ScrollBox,
} from '@portal/plugin-metrics-react';
import {
  describeCell,
  numberOf,
  sortRows,
  type MetricTable,
  type TableOrder,
  type TableRow,
} from '../../table';
import { SortHeading } from './SortHeading';
import styles from './TableWidget.module.css';

/** Entities down, metrics across; a heading orders the rows. */
export function FigureTable(props: { table: MetricTable; limit: number }) {
  const { table, limit } = props;
  const { metrics } = table;
  const [order, setOrder] = useState<TableOrder>({ column: 0, first: 'worst' });
  const sorted = sortRows(table.rows, order, metrics[order.column]);
  const rows = sorted.slice(0, limit);
  return (
    <>
      <ScrollBox label="Metrics compared">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Name</th>
              {metrics.map((definition, column) => (
                <SortHeading
                  key={definition.id}
                  definition={definition}
                  first={order.column === column ? order.first : undefined}
                  onSort={first => setOrder({ column, first })}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr key={row.entityRef}>
                <th scope="row">
                  {row.entityRef === everything ? (
                    'Everything'
                  ) : (
                    <EntityLink entityRef={row.entityRef} />
                  )}
                </th>
                {row.cells.map((cell, column) => (
                  <td
                    key={metrics[column].id}
                    className={
                      numberOf(cell) === undefined ? styles.missing : undefined
                    }
                    title={cell.value.cure}
                  >
                    {describeCell(cell, metrics[column])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <div className={styles.foot}>
        <p className={styles.note}>
          {rows.length < sorted.length &&
            `${formatNumber(rows.length)} of ${formatNumber(
              sorted.length,
            )} shown`}
        </p>
        <ExportMenu
          fileName="metrics-compared"
          columns={columnsOf(table)}
          rows={sorted}
        />
      </div>
    </>
  );
}

function columnsOf({ metrics }: MetricTable): DataColumn<TableRow>[] {
  return [
    { id: 'entityRef', title: 'Entity', text: ({ entityRef }) => entityRef },
    ...metrics.map((definition, index) => ({
      id: definition.id,
      title: definition.title,
      text: ({ cells }: TableRow) => describeCell(cells[index], definition),
      value: ({ cells }: TableRow) => numberOf(cells[index]),
    })),
  ];
}
