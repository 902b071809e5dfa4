import { useApi } from '@backstage/frontend-plugin-api';
import { Alert, Container, Skeleton } from '@backstage/ui';
import { LoadFailure, useLoad } from '@portal/plugin-metrics-react';
import { useCallback } from 'react';
import { scaffolderPortalApiRef } from '../../api';
import { ApprovalItem } from './ApprovalItem';
import styles from './ApprovalsPage.module.css';

/** Runs of templates that wait for a yes, and those that got an answer: the caller's own, and those that the caller's groups decide. */
export function ApprovalsPage() {
  const api = useApi(scaffolderPortalApiRef);
  const { result, reload } = useLoad(useCallback(() => api.approvals(), [api]));
  return (
    <Container>
      <div className={styles.page}>
        <p className={styles.meaning}>
          Templates that make something costly or touch production ask a group
          first. A yes runs the template with exactly what was filled in, in the
          name of who gives it. Who asks does not decide, and may withdraw it.
          What nobody decides in time expires.
        </p>
        {result.state === 'loading' ? (
          <div role="progressbar" aria-label="Loading the approvals">
            <Skeleton width="100%" height={160} />
          </div>
        ) : undefined}
        {result.state === 'failed' ? (
          <LoadFailure
            subject="approvals"
            permission="scaffolder-portal.read"
            error={result.error}
            onRetry={reload}
          />
        ) : undefined}
        {result.state === 'ready' && result.value.length === 0 ? (
          <Alert
            status="info"
            icon
            title="Nothing to approve"
            description="You have asked for no approval, and no group of yours is asked for one."
          />
        ) : undefined}
        {result.state === 'ready' ? (
          <ul className={styles.items}>
            {result.value.map(approval => (
              <li key={approval.id}>
                <ApprovalItem approval={approval} onChange={reload} />
              </li>
            ))}
          </ul>
        ) : undefined}
      </div>
    </Container>
  );
}
