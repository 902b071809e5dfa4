import { memo, useState, type ReactNode } from 'react';
import { Button, Card, Text, ToggleButton } from '@backstage/ui';
import { RiDownloadLine, RiTableLine } from '@remixicon/react';
import { useLatest } from '../../hooks/useLatest';
import { downloadText, writeCsv, type DataColumn } from '../../table';
import { DemoLabel } from '../DemoLabel';
import { DataTable } from './DataTable';
import styles from './ChartFrame.module.css';

/** Properties of {@link ChartFrame}. */
export type ChartFrameProps<Row> = {
  /** The finding where there is one, else what is shown. */
  title: string;
  /** What the drawing shows and how it is calculated, in a sentence or two. */
  meaning?: string;
  /** What follows the meaning, such as the next step that would improve a figure. */
  note?: string;
  /** What the drawing shows, one point a row, for the table and the file. */
  columns: readonly DataColumn<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** Names the table; without it the title does. */
  tableLabel?: string;
  /** What the file holds, where that differs from the table. */
  fileColumns?: readonly DataColumn<Row>[];
  fileRows?: readonly Row[];
  /** Without an ending. */
  fileName: string;
  demo?: boolean;
  /** `plain` inside something that is a card already. */
  surface?: 'card' | 'plain';
  /** Why there is nothing to draw, and what would help. In place of the drawing. */
  empty?: string;
  children: ReactNode;
};

function DrawnActions(props: {
  asTable: boolean;
  onTable: (asTable: boolean) => void;
  onDownload: () => void;
}) {
  const { asTable, onTable, onDownload } = props;
  return (
    <div className={styles.actions}>
      <ToggleButton
        size="small"
        iconStart={<RiTableLine aria-hidden="true" />}
        isSelected={asTable}
        onChange={onTable}
      >
        Show as table
      </ToggleButton>
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiDownloadLine aria-hidden="true" />}
        onPress={onDownload}
      >
        Download CSV
      </Button>
    </div>
  );
}

/** Not drawn again for other figures: see `Meaning` of a tile. */
const ChartActions = memo(DrawnActions);

/** What stands around every drawing: title, meaning, and the same figures as a table and as a file. */
export function ChartFrame<Row>(props: ChartFrameProps<Row>) {
  const { title, meaning, note, columns, rows, demo, empty, children } = props;
  const { surface = 'card' } = props;
  const [asTable, setAsTable] = useState(false);

  const download = useLatest(() =>
    downloadText({
      name: `${props.fileName}.csv`,
      type: 'text/csv',
      text: writeCsv(props.fileColumns ?? columns, props.fileRows ?? rows),
    }),
  );
  let body = children;
  if (asTable) {
    body = (
      <DataTable
        label={props.tableLabel ?? title}
        columns={columns}
        rows={rows}
        rowId={props.rowId}
      />
    );
  } else if (empty) {
    body = <p className={styles.empty}>{empty}</p>;
  }

  const content = (
    <>
      <div className={styles.head}>
        <div>
          <Text as="h3" variant="title-x-small" className={styles.title}>
            {title}
          </Text>
          {demo ? <DemoLabel /> : undefined}
        </div>
        <ChartActions
          asTable={asTable}
          onTable={setAsTable}
          onDownload={download}
        />
      </div>
      {meaning ? <p className={styles.meaning}>{meaning}</p> : undefined}
      {note && (asTable || !empty) ? (
        <p className={styles.note}>{note}</p>
      ) : undefined}
      {body}
    </>
  );
  return surface === 'card' ? (
    <Card className={`${styles.frame} ${styles.card}`}>{content}</Card>
  ) : (
    <div className={styles.frame}>{content}</div>
  );
}
