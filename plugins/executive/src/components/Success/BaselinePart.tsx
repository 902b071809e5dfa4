import { useState } from 'react';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button, Card, Text } from '@backstage/ui';
import { RiLockLine } from '@remixicon/react';
import {
  executiveFormulaManagePermission,
  type SuccessAnswer,
} from '@portal/plugin-executive-common';
import {
  DemoLabel,
  EntityLink,
  formatInstant,
  formatPeriod,
  partStyles as styles,
  ReadOnlyNote,
} from '@portal/plugin-metrics-react';
import { BaselineDialog } from './BaselineDialog';

const suggestedDays = 90;
const dayLength = 86_400_000;

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * dayLength)
    .toISOString()
    .slice(0, 10);
}

/** The time that everything is compared with, or that it is to be chosen. */
export function BaselinePart(props: {
  answer: SuccessAnswer;
  onChanged: () => void;
}) {
  const { answer, onChanged } = props;
  const { baseline, context } = answer;
  const access = usePermission({
    permission: executiveFormulaManagePermission,
  });
  const [isChoosing, setChoosing] = useState(false);
  return (
    <Card className={styles.card}>
      <div className={styles.cardHead}>
        <Text as="h3" variant="title-x-small" className={styles.title}>
          Baseline
        </Text>
        {baseline?.demo ? <DemoLabel /> : undefined}
        {(!baseline || baseline.demo) && access.allowed ? (
          <Button onPress={() => setChoosing(true)}>Choose the baseline</Button>
        ) : undefined}
      </div>
      {baseline ? (
        <>
          <p className={styles.text}>
            <RiLockLine size={16} aria-hidden="true" />{' '}
            <strong className={styles.strong}>{formatPeriod(baseline)}</strong>,
            locked since {formatInstant(baseline.lockedAt)} by{' '}
            {baseline.lockedBy.includes(':') ? (
              <EntityLink entityRef={baseline.lockedBy} />
            ) : (
              baseline.lockedBy
            )}
            .
          </p>
          <p className={styles.text}>
            Why: <bdi>{baseline.reason}</bdi>
          </p>
        </>
      ) : (
        <>
          <p className={styles.text}>
            The time that the goals are measured against is not chosen yet.
            Until then it is only known where things are, not how far they came.
          </p>
          <ReadOnlyNote
            doing="Choosing the baseline"
            permission={executiveFormulaManagePermission}
            access={access}
          />
        </>
      )}
      {isChoosing ? (
        <BaselineDialog
          suggested={{
            from: daysBefore(context.day, suggestedDays),
            last: daysBefore(context.day, 1),
          }}
          onClose={() => setChoosing(false)}
          onChanged={onChanged}
        />
      ) : undefined}
    </Card>
  );
}
