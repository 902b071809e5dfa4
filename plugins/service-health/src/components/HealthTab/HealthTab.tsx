import { Card, Link, Skeleton, Text } from '@backstage/ui';
import type {
  HealthHistory,
  StateChange,
} from '@portal/plugin-service-health-common';
import { LoadFailure, TimeAgo } from '@portal/plugin-metrics-react';
import { StateMark, stateWords } from '@portal/plugin-service-health-react';
import { useHistory } from '../../hooks';
import { healthHelpPath, healthSubject } from '../../words';
import { Maintenance } from '../Maintenance';
import { CheckPanel } from './CheckPanel';
import { Problems } from './Problems';
import styles from './HealthTab.module.css';

/** How a component is doing: now, over 30 days, what changed, and what is announced. */
export function HealthTab() {
  const { result, reload } = useHistory();
  return (
    <section
      className={styles.tab}
      aria-label="Health"
      aria-busy={result.state === 'loading'}
    >
      {result.state === 'loading' && <Skeleton width="100%" height={240} />}
      {result.state === 'failed' && (
        <LoadFailure {...healthSubject} error={result.error} onRetry={reload} />
      )}
      {result.state === 'ready' && (
        <Filled history={result.value} onChanged={reload} />
      )}
    </section>
  );
}

function Filled(props: { history: HealthHistory; onChanged: () => void }) {
  const { history, onChanged } = props;
  const { checks, changes, problems } = history;
  return (
    <>
      <Problems problems={problems} />
      {checks.length === 0 && (
        <p className={styles.note}>
          Nobody watches this component.{' '}
          <Link href={healthHelpPath}>Say what to watch</Link> to see how it is
          doing.
        </p>
      )}
      <Maintenance history={history} onChanged={onChanged} />
      {checks.map(check => (
        <CheckPanel key={check.id} check={check} />
      ))}
      {changes.length > 0 && <Changes changes={changes} />}
    </>
  );
}

function Changes({ changes }: { changes: readonly StateChange[] }) {
  return (
    <Card className={styles.card}>
      <Text as="h3" variant="title-x-small" className={styles.title}>
        Latest changes
      </Text>
      <ul className={styles.list}>
        {changes.map(({ checkId, at, environment, from, to, reason }) => (
          <li key={`${checkId} ${at}`} className={styles.head}>
            <StateMark state={to} />
            <strong>{environment}</strong>
            <span className={styles.note}>
              before: {stateWords[from].toLowerCase()},{' '}
              <TimeAgo at={at} inline />
            </span>
            {reason && <span className={styles.reason}>{reason}</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
