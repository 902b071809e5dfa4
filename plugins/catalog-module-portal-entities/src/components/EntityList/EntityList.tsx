import { useEntityList } from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';
import { LoadFailure } from '../LoadFailure';
import { columnsOfKind } from './columnsOfKind';
import { describeList } from './describeList';
import { EntityRows } from './EntityRows';
import { ListPager } from './ListPager';
import { ListToolbar } from './ListToolbar';
import { NothingFound } from './NothingFound';
import { SkeletonRows } from './SkeletonRows';
import { SortableHeader } from './SortableHeader';
import styles from './EntityList.module.css';

/** The entities that the filters of the page leave, a page at a time. */
export function EntityList() {
  const { entities, error, filters, limit, refresh, totalItems, ...list } =
    useEntityList();
  const isEmpty = entities.length === 0;
  // Before the filters are in place nothing was asked for yet.
  const loading = list.loading || (isEmpty && totalItems === undefined);
  const kind = (entities[0]?.kind ?? filters.kind?.value ?? '').toLowerCase();
  const columns = columnsOfKind(kind, { typeIsChosen: Boolean(filters.type) });

  if (error) {
    return (
      <LoadFailure
        what="its entities"
        error={error}
        onRetry={() => refresh?.()}
      />
    );
  }
  return (
    <section className={styles.list} aria-labelledby="entity-list-title">
      <ListToolbar />
      {isEmpty && !loading ? (
        <NothingFound />
      ) : (
        <div
          role="table"
          aria-busy={loading}
          aria-labelledby="entity-list-title"
          className={styles.table}
        >
          <SortableHeader columns={columns} />
          {isEmpty ? (
            <SkeletonRows columns={columns} count={Math.min(limit, 20)} />
          ) : (
            <EntityRows columns={columns} entities={entities} />
          )}
        </div>
      )}
      <ListPager />
      <Text role="status" className={styles.status}>
        {loading ? '' : describeList({ ...filters, shown: entities.length })}
      </Text>
    </section>
  );
}
