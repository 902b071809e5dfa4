import type {
  UnattributedPage,
  UnattributedReport,
} from '@portal/plugin-dora-common';
import { LoadFailure, type Pages } from '@portal/plugin-metrics-react';
import { triageSubject } from '../../words';
import { UnattributedItem } from '../UnattributedItem';
import { ItemList } from './ItemList';

/** Incidents and rollbacks that are charged to no deployment, and why not. */
export function UnattributedList(props: {
  pages: Pages<UnattributedReport, UnattributedPage>;
  onLoadMore: () => void;
}) {
  const { pages, onLoadMore } = props;
  return (
    <>
      <ItemList
        items={pages.items}
        keyOf={({ entityRef, id }) => `${entityRef} ${id}`}
        onLoadMore={pages.hasMore ? onLoadMore : undefined}
        loadingMore={pages.loadingMore}
      >
        {item => <UnattributedItem item={item} level={3} withService />}
      </ItemList>
      {pages.moreError ? (
        <LoadFailure
          {...triageSubject}
          error={pages.moreError}
          onRetry={onLoadMore}
        />
      ) : undefined}
    </>
  );
}
