import { Button, Card, Text } from '@backstage/ui';
import type { GoalRow } from '@portal/plugin-executive-common';
import {
  Bar,
  EntityLink,
  formatDate,
  partStyles as styles,
  Status,
} from '@portal/plugin-metrics-react';
import { goalValueWords, standingWords, wayWords } from './goalWords';
import view from './Goals.module.css';

/** One goal: where it began, where it is, where it should be, and how much time is left. */
export function GoalCard(props: {
  row: GoalRow;
  canChange: boolean;
  onEdit: () => void;
}) {
  const { row, canChange, onEdit } = props;
  const { cure, goal, metricTitle, now, progress, scopeTitle } = row;
  const { judgement, text } = standingWords(row);
  return (
    <Card className={`${styles.card} ${view.goal}`} id={`goal-${goal.id}`}>
      <div className={styles.cardHead}>
        <Text as="h3" variant="title-x-small" className={styles.title}>
          <bdi>{goal.name}</bdi>
        </Text>
        <Status judgement={judgement}>{text}</Status>
      </div>
      <p className={styles.text}>
        {metricTitle} of <bdi>{scopeTitle}</bdi>
      </p>
      <p className={view.now}>{goalValueWords(row, now?.value)}</p>
      {progress === undefined ? undefined : (
        <Bar
          share={progress}
          judgement={judgement === 'neutral' ? undefined : judgement}
        />
      )}
      <p className={styles.small}>{wayWords(row)}</p>
      <dl className={styles.facts}>
        <dt>Target</dt>
        <dd>
          {goalValueWords(row, goal.target)} by {formatDate(goal.due)}
        </dd>
        <dt>Began at</dt>
        <dd>
          {goalValueWords(row, goal.baseline.value)} on{' '}
          {formatDate(goal.baseline.day)}
        </dd>
        <dt>Answers for it</dt>
        <dd>
          <EntityLink entityRef={goal.owner} />
        </dd>
      </dl>
      {cure ? <p className={styles.text}>{cure}</p> : undefined}
      {goal.note ? (
        <p className={styles.text}>
          <bdi>{goal.note}</bdi>
        </p>
      ) : undefined}
      <div className={styles.actions}>
        {canChange && goal.origin === 'portal' ? (
          <Button
            size="small"
            variant="tertiary"
            aria-label={`Change ${goal.name}`}
            onPress={onEdit}
          >
            Change
          </Button>
        ) : undefined}
        <span className={styles.small}>
          {goal.origin === 'file'
            ? 'Written in a file in Git, and changed there'
            : ''}
          {goal.demo ? ', demo data' : ''}
        </span>
      </div>
    </Card>
  );
}
