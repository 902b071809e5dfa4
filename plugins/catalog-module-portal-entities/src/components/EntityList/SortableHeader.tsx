import {
  EntityOrderFilter,
  useEntityList,
} from '@backstage/plugin-catalog-react';
import { RiArrowDownLine, RiArrowUpLine } from '@remixicon/react';
import type { EntityColumn } from './columnsOfKind';
import styles from './EntityList.module.css';

const ariaSort = { asc: 'ascending', desc: 'descending' } as const;
const byName = { id: 'name', label: 'Name', sortField: 'metadata.name' };

/** The names of the columns; those that the catalog can sort by are buttons. */
export function SortableHeader(props: { columns: EntityColumn[] }) {
  return (
    <div role="rowgroup" className={styles.header}>
      <div role="row" className={styles.row}>
        {[byName, ...props.columns].map(column => (
          <HeaderCell key={column.id} {...column} />
        ))}
        <span role="columnheader" className={styles.starCell}>
          <span className={styles.hidden}>Starred</span>
        </span>
      </div>
    </div>
  );
}

function HeaderCell(props: { label: string; id: string; sortField?: string }) {
  const { label, sortField } = props;
  const { filters, updateFilters } = useEntityList();
  const [field, order] = filters.order?.values[0] ?? [byName.sortField, 'asc'];
  const direction = field === sortField ? order : undefined;
  if (!sortField) {
    return (
      <span role="columnheader" className={styles.cell}>
        {label}
      </span>
    );
  }
  const next = direction === 'asc' ? 'desc' : 'asc';
  const Arrow = direction === 'desc' ? RiArrowDownLine : RiArrowUpLine;
  return (
    <span
      role="columnheader"
      className={styles.cell}
      data-short={sortField !== byName.sortField || undefined}
      aria-sort={direction && ariaSort[direction]}
    >
      <button
        type="button"
        className={styles.sort}
        onClick={() =>
          updateFilters({ order: new EntityOrderFilter([[sortField, next]]) })
        }
      >
        {label}
        {direction ? <Arrow size="1em" aria-hidden="true" /> : undefined}
      </button>
    </span>
  );
}
