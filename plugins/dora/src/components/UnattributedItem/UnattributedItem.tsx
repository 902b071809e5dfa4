import { Link } from '@backstage/ui';
import type { UnattributedReport } from '@portal/plugin-dora-common';
import { EntityLink, TimeAgo } from '@portal/plugin-metrics-react';
import { unattributedReasons } from '../../words';
import styles from './UnattributedItem.module.css';

/** Properties of {@link UnattributedItem}. */
export type UnattributedItemProps = {
  item: UnattributedReport;
  /** Of the heading that names it. */
  level: 3 | 5;
  /** Whether the page is not about the service anyway. */
  withService?: boolean;
};

/** An incident or rollback that is charged to no deployment, and why not. */
export function UnattributedItem(props: UnattributedItemProps) {
  const { item, level, withService = false } = props;
  const { id, title, url, kind, entityRef, source, at, reason } = item;
  const name = <bdi>{title ?? id}</bdi>;
  const Heading = `h${level}` as const;
  return (
    <div className={styles.item}>
      <Heading className={styles.name}>
        {url ? <Link href={url}>{name}</Link> : name}
      </Heading>
      <p className={styles.text}>
        {kind === 'incident' ? 'Incident' : 'Rollback'}
        {withService ? (
          <>
            {' '}
            of <EntityLink entityRef={entityRef} />
          </>
        ) : undefined}
        , from {source}, <TimeAgo at={at} inline />
      </p>
      <p className={styles.text}>{unattributedReasons[reason]}</p>
    </div>
  );
}
