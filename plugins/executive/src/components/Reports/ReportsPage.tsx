import { useCallback } from 'react';
import { usePermission } from '@backstage/plugin-permission-react';
import { Container } from '@backstage/ui';
import { executivePackManagePermission } from '@portal/plugin-executive-common';
import {
  partStyles as styles,
  ReadOnlyNote,
} from '@portal/plugin-metrics-react';
import { useLocation, useNavigate, useSearchParams } from 'react-router-dom';
import { useNodeQuery } from '../frame';
import { Archive } from './Archive';
import { ArchivedView } from './ArchivedView';
import { Packs } from './Packs';

/** Reports that are made every month, and everything that was kept. */
export function ReportsPage() {
  const { query, searchWith } = useNodeQuery();
  const { pathname } = useLocation();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const access = usePermission({ permission: executivePackManagePermission });
  const archived = params.get('archived');
  const hrefOf = useCallback(
    (id: string) => `${pathname}${searchWith({ archived: id })}`,
    [pathname, searchWith],
  );
  if (archived) {
    return (
      <Container>
        <div className={styles.page}>
          <ArchivedView
            id={archived}
            backHref={`${pathname}${searchWith({})}`}
          />
        </div>
      </Container>
    );
  }
  return (
    <Container>
      <div className={styles.page}>
        {access.allowed ? (
          <Packs query={query} onMade={id => navigate(hrefOf(id))} />
        ) : undefined}
        <Archive hrefOf={hrefOf} />
        <ReadOnlyNote
          doing="Having packs made"
          permission={executivePackManagePermission}
          access={access}
        />
      </div>
    </Container>
  );
}
