import { Link } from '@backstage/ui';
import type {
  UnattributedPage,
  UnattributedReport,
} from '@portal/plugin-dora-common';
import {
  EntityLink,
  LoadFailure,
  TimeAgo,
  type Pages,
} from '@portal/plugin-metrics-react';
import { triageSubject } from '../../words';
import { ItemList } from './ItemList';
import { unattributedReasons } from './triageWords';
import styles from './TriagePage.module.css';

function Unattributed(props: { item: UnattributedReport }) {
  const { id, title, url, kind, entityRef, source, at, reason } = props.item;
  const name = <bdi>{title ?? id}</bdi>;
  return (
    <div className={styles.what}>
      <h3 className={styles.name}>
        {url ? <Link href={url}>{name}</Link> : name}
      </h3>
      <p className={styles.text}>
        {kind === 'incident' ? 'Incident' : 'Rollback'} of{' '}
        <EntityLink entityRef={entityRef} />, from {source},{' '}
        <TimeAgo at={at} inline />
      </p>
      <p className={styles.text}>{unattributedReasons[reason]}</p>
    </div>
  );
}

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
        {item => <Unattributed item={item} />}
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
