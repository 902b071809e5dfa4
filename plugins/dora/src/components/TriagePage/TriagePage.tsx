import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import type {
  UnattributedPage,
  UnattributedReport,
} from '@portal/plugin-dora-common';
import {
  explainFailure,
  LoadFailure,
  useLoad,
  usePages,
  type Loaded,
} from '@portal/plugin-metrics-react';
import { doraTriageApiRef } from '../../api';
import { triageSubject } from '../../words';
import { EnvironmentList } from './EnvironmentList';
import { RejectionList } from './RejectionList';
import { TriageSection } from './TriageSection';
import { TriageSummary, type TriageCount } from './TriageSummary';
import { UnattributedList } from './UnattributedList';
import { UnmatchedList } from './UnmatchedList';
import styles from './TriagePage.module.css';

function countOf<T>(
  result: Loaded<T>,
  count: (value: T) => Pick<TriageCount, 'count' | 'more'>,
): Pick<TriageCount, 'count' | 'more' | 'loading'> {
  return result.state === 'ready'
    ? { ...count(result.value), loading: false }
    : { loading: result.state === 'loading' };
}

const sections = {
  unmatched: { id: 'no-component', title: 'No component for it' },
  environments: { id: 'unknown-environment', title: 'Unknown environment' },
  unattributed: { id: 'no-deployment', title: 'Charged to no deployment' },
  rejections: { id: 'malformed', title: 'Malformed' },
};

/** What tools reported and could not be used, each with the step that makes it count. */
export function TriagePage() {
  const api = useApi(doraTriageApiRef);
  const unmatched = useLoad(
    useCallback(signal => api.getUnmatched({}, { signal }), [api]),
  );
  const environments = useLoad(
    useCallback(signal => api.getUnknownEnvironments({ signal }), [api]),
  );
  const rejections = useLoad(
    useCallback(signal => api.getRejections({ signal }), [api]),
  );
  const unattributed = usePages<UnattributedReport, UnattributedPage>(
    useCallback(
      (cursor, signal) => api.getUnattributed({ cursor }, { signal }),
      [api],
    ),
  );
  // Every part needs the same permission: one answer says it.
  const denied = [unmatched, environments, unattributed, rejections]
    .flatMap(({ result, reload }) =>
      result.state === 'failed' ? [{ error: result.error, reload }] : [],
    )
    .find(({ error }) => !explainFailure(error, triageSubject).retryable);
  if (denied) {
    return (
      <Container>
        <LoadFailure
          {...triageSubject}
          error={denied.error}
          onRetry={denied.reload}
        />
      </Container>
    );
  }
  return (
    <Container>
      <section className={styles.page} aria-label="Delivery triage">
        <p className={styles.text}>
          Nothing that a tool reported is lost. What could not be used waits
          here, and counts as soon as the catalog or the configuration says
          where it belongs.
        </p>
        <TriageSummary
          counts={[
            {
              ...sections.unmatched,
              ...countOf(unmatched.result, ({ total }) => ({ count: total })),
            },
            {
              ...sections.environments,
              ...countOf(environments.result, ({ items }) => ({
                count: items.length,
              })),
            },
            {
              ...sections.unattributed,
              ...countOf(unattributed.result, ({ items, hasMore }) => ({
                count: items.length,
                more: hasMore,
              })),
            },
            {
              ...sections.rejections,
              ...countOf(rejections.result, ({ total }) => ({ count: total })),
            },
          ]}
        />
        <TriageSection
          {...sections.unmatched}
          meaning="These reports name something that no component of the catalog has. Add the annotation, and all of them count."
          result={unmatched.result}
          onRetry={unmatched.reload}
          isEmpty={page => page.items.length === 0}
          nothing="Every report found its component."
        >
          {page => <UnmatchedList page={page} />}
        </TriageSection>
        <TriageSection
          {...sections.environments}
          meaning="What happens in an environment that the catalog does not know counts nowhere. It is never taken for production."
          result={environments.result}
          onRetry={environments.reload}
          isEmpty={found => found.items.length === 0}
          nothing="Every environment that was named is known."
        >
          {found => <EnvironmentList found={found} />}
        </TriageSection>
        <TriageSection
          {...sections.unattributed}
          meaning="These incidents and rollbacks are counted, but make no deployment a failed one."
          result={unattributed.result}
          onRetry={unattributed.reload}
          isEmpty={pages => pages.items.length === 0}
          nothing="Every incident and rollback is charged to a deployment."
        >
          {pages => (
            <UnattributedList
              pages={pages}
              onLoadMore={unattributed.loadMore}
            />
          )}
        </TriageSection>
        <TriageSection
          {...sections.rejections}
          meaning="Parts of deliveries that could not be read, of the last 30 days. The rest of each delivery was taken."
          result={rejections.result}
          onRetry={rejections.reload}
          isEmpty={parts => parts.items.length === 0}
          nothing="Everything could be read."
        >
          {parts => <RejectionList parts={parts} />}
        </TriageSection>
      </section>
    </Container>
  );
}
