import { useCallback } from 'react';
import { Container } from '@backstage/ui';
import { partStyles as styles } from '@portal/plugin-metrics-react';
import { useLocation, useSearchParams } from 'react-router-dom';
import { useNodeQuery } from '../frame';
import { Archive } from './Archive';
import { ArchivedView } from './ArchivedView';

/** Everything that was kept as it was shown. */
export function ReportsPage() {
  const { searchWith } = useNodeQuery();
  const { pathname } = useLocation();
  const [params] = useSearchParams();
  const archived = params.get('archived');
  const hrefOf = useCallback(
    (id: string) => `${pathname}${searchWith({ archived: id })}`,
    [pathname, searchWith],
  );
  return (
    <Container>
      <div className={styles.page}>
        {archived ? (
          <ArchivedView
            id={archived}
            backHref={`${pathname}${searchWith({})}`}
          />
        ) : (
          <Archive hrefOf={hrefOf} />
        )}
      </div>
    </Container>
  );
}
