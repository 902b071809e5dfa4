import { useCallback } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Card, Link, Skeleton, Text } from '@backstage/ui';
import { LoadFailure, useLoad } from '@portal/plugin-metrics-react';
import { scaffolderPortalApiRef } from '../../api';
import { runsSubject } from '../../words';
import { MadeFromRun } from './MadeFromRun';
import styles from './MadeFromCard.module.css';

/** From which template and version a component was made, and whether the template has changed since. */
export function MadeFromCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const api = useApi(scaffolderPortalApiRef);
  const { result, reload } = useLoad(
    useCallback(
      signal => api.runs({ entityRef, limit: 1 }, { signal }),
      [api, entityRef],
    ),
  );
  return (
    <Card className={styles.card} aria-busy={result.state === 'loading'}>
      <Text as="h2" variant="title-x-small" className={styles.title}>
        Made from
      </Text>
      {result.state === 'loading' && <Skeleton width="100%" height={48} />}
      {result.state === 'failed' && (
        <LoadFailure {...runsSubject} error={result.error} onRetry={reload} />
      )}
      {result.state === 'ready' &&
        (result.value.items.length > 0 ? (
          <MadeFromRun entity={entity} run={result.value.items[0]} />
        ) : (
          <p className={`${styles.line} ${styles.quiet}`}>
            No template of this portal.{' '}
            <Link href="/create">See the templates</Link>
          </p>
        ))}
    </Card>
  );
}
