import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { RiBracesLine, RiDownloadLine, RiTableLine } from '@remixicon/react';
import {
  downloadText,
  writeCsv,
  writeJson,
  type DataColumn,
} from '../../table';

/** Properties of {@link ExportMenu}. */
export type ExportMenuProps<Row> = {
  /** Without an ending: "delivery-payments-2025-11". */
  fileName: string;
  columns: readonly DataColumn<Row>[];
  /** What is seen: the rows after filters, in their order. */
  rows: readonly Row[];
};

/** Hands over what is seen as a file, for a spreadsheet or for a program. */
export function ExportMenu<Row>(props: ExportMenuProps<Row>) {
  const { fileName, columns, rows } = props;
  const kinds = {
    csv: { type: 'text/csv', write: writeCsv },
    json: { type: 'application/json', write: writeJson },
  };
  const save = (kind: keyof typeof kinds) =>
    downloadText({
      name: `${fileName}.${kind}`,
      type: kinds[kind].type,
      text: kinds[kind].write(columns, rows),
    });
  return (
    <MenuTrigger>
      <Button
        variant="secondary"
        iconStart={<RiDownloadLine aria-hidden="true" />}
        isDisabled={rows.length === 0}
      >
        Export
      </Button>
      <Menu>
        <MenuItem
          iconStart={<RiTableLine aria-hidden="true" />}
          onAction={() => save('csv')}
        >
          CSV, for a spreadsheet
        </MenuItem>
        <MenuItem
          iconStart={<RiBracesLine aria-hidden="true" />}
          onAction={() => save('json')}
        >
          JSON, for a program
        </MenuItem>
      </Menu>
    </MenuTrigger>
  );
}
