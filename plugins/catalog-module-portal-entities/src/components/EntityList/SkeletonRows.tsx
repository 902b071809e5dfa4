import { Skeleton } from '@backstage/ui';
import type { EntityColumn } from './columnsOfKind';
import styles from './EntityList.module.css';

/** Lines as high as those that are to come, so that nothing jumps. */
export function SkeletonRows(props: {
  columns: EntityColumn[];
  count: number;
}) {
  return (
    <div role="rowgroup" aria-label="Loading">
      {Array.from({ length: props.count }, (_, line) => (
        <div role="row" className={styles.row} key={line}>
          <div role="cell" className={styles.nameCell}>
            <Skeleton width="9rem" height="0.9rem" />
          </div>
          {props.columns.map(column => (
            <div
              role="cell"
              className={styles.cell}
              data-short={'text' in column || undefined}
              key={column.id}
            >
              <Skeleton width="5rem" height="0.9rem" />
            </div>
          ))}
          <div role="cell" className={styles.starCell} />
        </div>
      ))}
    </div>
  );
}
