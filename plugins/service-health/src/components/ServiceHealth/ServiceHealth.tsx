import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/ui';
import {
  healthStates,
  type CheckStates,
} from '@portal/plugin-service-health-common';
import {
  AgeNote,
  DemoLabel,
  EntityLink,
  formatNumber,
  LoadFailure,
  TimeAgo,
} from '@portal/plugin-metrics-react';
import { StateMark, useStates } from '@portal/plugin-service-health-react';
import {
  useReloadOnRefresh,
  WidgetSkeleton,
  type WidgetProps,
} from '@portal/plugin-widgets-react';
import { healthHelpPath, healthSubject } from '../../words';
import styles from './ServiceHealth.module.css';

/** How the services are doing in the environments of a board: counts on top, then each check, worst first. */
export function ServiceHealth({ settings, environments }: WidgetProps) {
  const limit = Number(settings.limit);
  const { result, reload } = useStates(
    environments.map(ref => parseEntityRef(ref).name),
  );
  useReloadOnRefresh(reload);
  if (result.state === 'loading') {
    return <WidgetSkeleton />;
  }
  if (result.state === 'failed') {
    return (
      <LoadFailure {...healthSubject} error={result.error} onRetry={reload} />
    );
  }
  const states = result.value;
  return !states || states.total === 0 ? (
    <p className={styles.note}>
      Nobody watches a service here.{' '}
      <Link href={healthHelpPath}>Say what to watch</Link>
    </p>
  ) : (
    <>
      <AgeNote {...healthSubject} {...result} />
      <Filled
        states={states}
        limit={limit}
        isOfOnePlace={environments.length === 1}
      />
    </>
  );
}

function Filled(props: {
  states: CheckStates;
  limit: number;
  isOfOnePlace: boolean;
}) {
  const { states, limit, isOfOnePlace } = props;
  const { counts, total } = states;
  const items = states.items.slice(0, limit);
  return (
    <div className={styles.health}>
      <p className={styles.counts} role="status">
        {healthStates
          .filter(state => counts[state] > 0)
          .map(state => (
            <StateMark key={state} state={state} count={counts[state]} />
          ))}
        {items.some(({ demo }) => demo) && <DemoLabel />}
      </p>
      <ul className={styles.checks}>
        {items.map(check => (
          <li key={check.id} className={styles.check}>
            <StateMark state={check.state} />
            <span className={styles.name}>
              <EntityLink entityRef={check.entityRef} />{' '}
              {!isOfOnePlace && (
                <span className={styles.note}>{check.environment}</span>
              )}
            </span>
            {check.state !== 'up' && (
              <span className={styles.reason}>
                {check.reason}
                {check.since && (
                  <>
                    {check.reason && ', '}
                    <TimeAgo at={check.since} inline />
                  </>
                )}
              </span>
            )}
            {check.maintenanceUntil && (
              <span className={styles.reason}>
                Under maintenance, which ends{' '}
                <TimeAgo at={check.maintenanceUntil} inline />
              </span>
            )}
          </li>
        ))}
      </ul>
      {items.length < total && (
        <p className={styles.note}>
          {formatNumber(items.length)} of {formatNumber(total)} checks shown
        </p>
      )}
    </div>
  );
}
