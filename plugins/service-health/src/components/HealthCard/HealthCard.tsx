import { Card, Link, Skeleton, Text } from '@backstage/ui';
import type { CheckState } from '@portal/plugin-service-health-common';
import { DemoLabel, LoadFailure, TimeAgo } from '@portal/plugin-metrics-react';
import { StateMark } from '@portal/plugin-service-health-react';
import { useHistory } from '../../hooks';
import { healthHelpPath, healthSubject } from '../../words';
import { Problems } from '../HealthTab/Problems';
import styles from './HealthCard.module.css';

/** How a component is doing in its environments. */
export function HealthCard() {
  const { result, reload } = useHistory();
  const checks = result.state === 'ready' ? result.value.checks : [];
  return (
    <Card className={styles.card} aria-busy={result.state === 'loading'}>
      <div className={styles.head}>
        <Text as="h2" variant="title-x-small" className={styles.title}>
          Health
        </Text>
        {checks.some(({ demo }) => demo) && <DemoLabel />}
      </div>
      {result.state === 'loading' && <Skeleton width="100%" height={64} />}
      {result.state === 'failed' && (
        <LoadFailure {...healthSubject} error={result.error} onRetry={reload} />
      )}
      {result.state === 'ready' && (
        <>
          <Problems problems={result.value.problems} />
          {checks.length > 0 ? (
            <ul className={styles.checks}>
              {checks.map(check => (
                <CheckLine key={check.id} check={check} />
              ))}
            </ul>
          ) : (
            <p className={styles.note}>
              Nobody watches this component.{' '}
              <Link href={healthHelpPath}>Say what to watch</Link> to see how it
              is doing.
            </p>
          )}
        </>
      )}
    </Card>
  );
}

/** One check: where, how it is, since when, and why. */
export function CheckLine(props: { check: CheckState }) {
  const { environment, name, state, since, reason, maintenanceUntil } =
    props.check;
  return (
    <li className={styles.check}>
      <strong>{environment}</strong>
      <StateMark state={state} />
      {since && (
        <span className={styles.note}>
          since <TimeAgo at={since} inline />
        </span>
      )}
      <bdi className={styles.name}>{name}</bdi>
      {reason && <span className={styles.reason}>{reason}</span>}
      {maintenanceUntil && (
        <span className={styles.reason}>
          Under maintenance, which ends <TimeAgo at={maintenanceUntil} inline />
        </span>
      )}
    </li>
  );
}
