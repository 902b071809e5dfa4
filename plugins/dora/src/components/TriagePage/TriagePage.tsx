import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Button, Container, Link } from '@backstage/ui';
import type {
  RejectedPart,
  UnattributedPage,
  UnattributedReport,
  UnknownEnvironments,
} from '@portal/plugin-dora-common';
import {
  formatNumber,
  LoadFailure,
  TimeAgo,
  useLoad,
} from '@portal/plugin-metrics-react';
import { doraTriageApiRef } from '../../api';
import { usePages } from '../../hooks';
import { deliverySubject } from '../../words';
import { EntityLink } from '../EntityLink';
import { Snippet } from './Snippet';
import { TriageSection } from './TriageSection';
import { UnmatchedList } from './UnmatchedList';
import { describeSources, unattributedReasons } from './triageWords';
import styles from './TriagePage.module.css';

function Environments(props: { found: UnknownEnvironments }) {
  const { items, known } = props.found;
  return (
    <>
      <ul className={styles.items}>
        {items.map(item => (
          <li key={item.name ?? ''} className={styles.item}>
            <h3 className={styles.name}>
              {item.name === undefined ? (
                'No environment named'
              ) : (
                <bdi>{item.name}</bdi>
              )}
            </h3>
            <p className={styles.text}>
              {formatNumber(item.deployments)} deployments and{' '}
              {formatNumber(item.incidents)} incidents from{' '}
              {describeSources(item.sources)}, last{' '}
              <TimeAgo at={item.lastReceivedAt} inline />
            </p>
            {item.snippet ? (
              <Snippet
                label="Add this to the configuration of the portal"
                text={item.snippet}
              />
            ) : undefined}
          </li>
        ))}
      </ul>
      <p className={styles.text}>
        {known.length > 0
          ? `The catalog knows ${describeSources(known)}.`
          : 'The catalog knows no environment yet: add one as a resource of type environment.'}
      </p>
    </>
  );
}

function Unattributed(props: { items: readonly UnattributedReport[] }) {
  return (
    <ul className={styles.items}>
      {props.items.map(item => {
        const name = <bdi>{item.title ?? item.id}</bdi>;
        return (
          <li key={`${item.entityRef} ${item.id}`} className={styles.item}>
            <h3 className={styles.name}>
              {item.url ? <Link href={item.url}>{name}</Link> : name}
            </h3>
            <p className={styles.text}>
              {item.kind === 'incident' ? 'Incident' : 'Rollback'} of{' '}
              <EntityLink entityRef={item.entityRef} />, from {item.source},{' '}
              <TimeAgo at={item.at} inline />
            </p>
            <p className={styles.text}>{unattributedReasons[item.reason]}</p>
          </li>
        );
      })}
    </ul>
  );
}

function Rejections(props: { items: readonly RejectedPart[] }) {
  return (
    <ul className={styles.items}>
      {props.items.map(item => (
        <li key={`${item.deliveryId} ${item.part}`} className={styles.item}>
          <h3 className={styles.name}>{item.reason}</h3>
          <p className={styles.text}>
            {item.event} from {item.sender}, part {item.part + 1} of delivery{' '}
            <code>{item.deliveryId}</code>,{' '}
            <TimeAgo at={item.receivedAt} inline />
          </p>
        </li>
      ))}
    </ul>
  );
}

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
  return (
    <Container>
      <section className={styles.page} aria-label="Delivery triage">
        <p className={styles.text}>
          Nothing that a tool reported is lost. What could not be used waits
          here, and counts as soon as the catalog or the configuration says
          where it belongs.
        </p>
        <TriageSection
          title="No component for it"
          meaning="These reports name something that no component of the catalog has. Add the annotation, and all of them count."
          result={unmatched.result}
          onRetry={unmatched.reload}
          isEmpty={page => page.items.length === 0}
          nothing="Every report found its component."
        >
          {page => <UnmatchedList page={page} />}
        </TriageSection>
        <TriageSection
          title="Unknown environment"
          meaning="What happens in an environment that the catalog does not know counts nowhere. It is never taken for production."
          result={environments.result}
          onRetry={environments.reload}
          isEmpty={found => found.items.length === 0}
          nothing="Every environment that was named is known."
        >
          {found => <Environments found={found} />}
        </TriageSection>
        <TriageSection
          title="Charged to no deployment"
          meaning="These incidents and rollbacks are counted, but make no deployment a failed one."
          result={unattributed.result}
          onRetry={unattributed.reload}
          isEmpty={pages => pages.items.length === 0}
          nothing="Every incident and rollback is charged to a deployment."
        >
          {pages => (
            <>
              <Unattributed items={pages.items} />
              {pages.moreError ? (
                <LoadFailure
                  {...deliverySubject}
                  error={pages.moreError}
                  onRetry={unattributed.loadMore}
                />
              ) : undefined}
              {pages.hasMore ? (
                <Button
                  variant="secondary"
                  isPending={pages.loadingMore}
                  onPress={unattributed.loadMore}
                  className={styles.more}
                >
                  Load more
                </Button>
              ) : undefined}
            </>
          )}
        </TriageSection>
        <TriageSection
          title="Malformed"
          meaning="Parts of deliveries that could not be read, of the last 30 days. The rest of each delivery was taken."
          result={rejections.result}
          onRetry={rejections.reload}
          isEmpty={parts => parts.items.length === 0}
          nothing="Everything could be read."
        >
          {parts => (
            <>
              <Rejections items={parts.items} />
              {parts.items.length < parts.total ? (
                <p className={styles.text}>
                  The newest {formatNumber(parts.items.length)} of{' '}
                  {formatNumber(parts.total)} are shown.
                </p>
              ) : undefined}
            </>
          )}
        </TriageSection>
      </section>
    </Container>
  );
}
