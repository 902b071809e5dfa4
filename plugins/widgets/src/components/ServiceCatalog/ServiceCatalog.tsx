import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { LoadFailure, useLoad } from '@portal/plugin-metrics-react';
import {
  useReloadOnRefresh,
  type WidgetProps,
  WidgetSkeleton,
} from '@portal/plugin-widgets-react';
import { useCallback } from 'react';
import { readCatalogSummary } from '../../catalogSummary';
import { KindRow } from './KindRow';
import { NeedsCareNote } from './NeedsCareNote';
import styles from './ServiceCatalog.module.css';

/** What the catalog holds, and what in it needs care. */
export function ServiceCatalog({ settings }: WidgetProps) {
  const catalog = useApi(catalogApiRef);
  const { owner, system, lifecycle } = settings as Record<string, string>;
  const { result, reload } = useLoad(
    useCallback(
      () => readCatalogSummary(catalog, { owner, system, lifecycle }),
      [catalog, owner, system, lifecycle],
    ),
  );
  useReloadOnRefresh(reload);

  if (result.state === 'loading') {
    return <WidgetSkeleton />;
  }
  if (result.state === 'failed') {
    return (
      <LoadFailure
        subject="the catalog"
        permission="catalog.entity.read"
        error={result.error}
        onRetry={reload}
      />
    );
  }
  const { kinds, unowned, orphaned } = result.value;
  return (
    <>
      <ul className={styles.kinds}>
        {kinds.map(kind => (
          <KindRow key={kind.kind} summary={kind} lifecycle={lifecycle} />
        ))}
      </ul>
      <NeedsCareNote entities={unowned} words="without an owner" />
      <NeedsCareNote entities={orphaned} words="whose source is gone" />
    </>
  );
}
