import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { RiBracesLine, RiDownloadLine, RiTableLine } from '@remixicon/react';
import { memo } from 'react';
import { useLatest } from '../../hooks/useLatest';
import {
  downloadText,
  writeCsv,
  writeJson,
  type DataColumn,
} from '../../table';

const kinds = {
  csv: { type: 'text/csv', write: writeCsv },
  json: { type: 'application/json', write: writeJson },
};
type FileKind = keyof typeof kinds;

/** Properties of {@link ExportMenu}. */
export type ExportMenuProps<Row> = {
  /** Without an ending: "delivery-payments-2025-11". */
  fileName: string;
  columns: readonly DataColumn<Row>[];
  /** What is seen: the rows after filters, in their order. */
  rows: readonly Row[];
};

function DrawnMenu(props: {
  isEmpty: boolean;
  onSave: (kind: FileKind) => void;
}) {
  const { isEmpty, onSave } = props;
  return (
    <MenuTrigger>
      <Button
        variant="secondary"
        iconStart={<RiDownloadLine aria-hidden="true" />}
        isDisabled={isEmpty}
      >
        Export
      </Button>
      <Menu>
        <MenuItem
          iconStart={<RiTableLine aria-hidden="true" />}
          onAction={() => onSave('csv')}
        >
          CSV, for a spreadsheet
        </MenuItem>
        <MenuItem
          iconStart={<RiBracesLine aria-hidden="true" />}
          onAction={() => onSave('json')}
        >
          JSON, for a program
        </MenuItem>
      </Menu>
    </MenuTrigger>
  );
}

/** Not drawn again for other rows: see `Meaning` of a tile. */
const KindMenu = memo(DrawnMenu);

/** Hands over what is seen as a file, for a spreadsheet or for a program. */
export function ExportMenu<Row>(props: ExportMenuProps<Row>) {
  const { fileName, columns, rows } = props;
  const save = useLatest((kind: FileKind) =>
    downloadText({
      name: `${fileName}.${kind}`,
      type: kinds[kind].type,
      text: kinds[kind].write(columns, rows),
    }),
  );
  return <KindMenu isEmpty={rows.length === 0} onSave={save} />;
}
