import { Card, Text } from '@backstage/ui';
import type { CheckHistory } from '@portal/plugin-service-health-common';
import {
  DemoLabel,
  formatDuration,
  formatNumber,
  formatRatio,
  TimeAgo,
} from '@portal/plugin-metrics-react';
import { StateMark } from '@portal/plugin-service-health-react';
import { DayStrip } from './DayStrip';
import styles from './HealthTab.module.css';

/** One check: its state, its days, what they add up to, and what is left of its error budget. */
export function CheckPanel(props: { check: CheckHistory }) {
  const { check } = props;
  const { environment, name, state, since, reason, latency, days } = check;
  const { availability, budget, seconds } = check;
  return (
    <Card className={styles.card}>
      <div className={styles.head}>
        <Text as="h3" variant="title-x-small" className={styles.title}>
          {environment}
        </Text>
        <StateMark state={state} />
        {since && (
          <span className={styles.note}>
            since <TimeAgo at={since} inline />
          </span>
        )}
        {check.demo && <DemoLabel />}
      </div>
      <bdi className={styles.note}>{name}</bdi>
      {reason && <p className={styles.reason}>{reason}</p>}
      <DayStrip
        days={days}
        label={`${environment}: the last ${days.length} days`}
      />
      <div className={styles.ends} aria-hidden="true">
        <span>{days.length} days ago</span>
        <span>Today</span>
      </div>
      <dl className={styles.facts}>
        <Fact
          term="Availability"
          value={
            availability === undefined
              ? 'Not known yet'
              : formatRatio(availability)
          }
        />
        <Fact term="Objective" value={formatRatio(budget.objective)} />
        <Fact term="Down" value={formatDuration(seconds.down / 3600)} />
        <Fact
          term={
            budget.remainingSeconds < 0
              ? 'Error budget exceeded by'
              : 'Error budget left'
          }
          value={formatDuration(Math.abs(budget.remainingSeconds) / 3600)}
        />
        {latency !== undefined && (
          <Fact term="Latest answer" value={`${formatNumber(latency)} ms`} />
        )}
      </dl>
    </Card>
  );
}

function Fact(props: { term: string; value: string }) {
  return (
    <div className={styles.fact}>
      <dt>{props.term}</dt>
      <dd>{props.value}</dd>
    </div>
  );
}
