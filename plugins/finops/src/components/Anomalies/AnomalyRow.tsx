import { useState } from 'react';
import { Button } from '@backstage/ui';
import type { CostAnomaly, CostBucket } from '@portal/plugin-finops-common';
import {
  EntityLink,
  formatMoney,
  Status,
  partStyles as styles,
} from '@portal/plugin-metrics-react';
import { bucketWords } from '../../words';
import { ChangeWords } from '../parts';
import { dayName, judgements, stateNames } from './anomalyWords';
import { Causes } from './Causes';

/** Properties of {@link AnomalyRow}. */
export type RowProps = {
  anomaly: CostAnomaly;
  canChange: boolean;
  onChange: (anomaly: CostAnomaly, to: 'acknowledged' | 'silenced') => void;
};

function What(props: { anomaly: CostAnomaly }) {
  const { anomaly } = props;
  const more = [anomaly.environment, anomaly.serviceCategory].filter(Boolean);
  let who = <>All cost</>;
  if (anomaly.entityRef) {
    who = <EntityLink entityRef={anomaly.entityRef} />;
  } else if (anomaly.bucket) {
    who = (
      <>{bucketWords[anomaly.bucket as CostBucket]?.name ?? anomaly.bucket}</>
    );
  }
  return (
    <>
      {who}
      {more.length > 0 ? `, ${more.join(', ')}` : ''}
    </>
  );
}

function Actions(props: RowProps & { date: string }) {
  const { anomaly, canChange, onChange, date } = props;
  return canChange && anomaly.state === 'open' ? (
    <div className={styles.rowActions}>
      <Button
        size="small"
        variant="secondary"
        aria-label={`Acknowledge ${date}`}
        onPress={() => onChange(anomaly, 'acknowledged')}
      >
        Acknowledge
      </Button>
      <Button
        size="small"
        variant="tertiary"
        aria-label={`Silence ${date}`}
        onPress={() => onChange(anomaly, 'silenced')}
      >
        Silence
      </Button>
    </div>
  ) : null;
}

/** A day that stands out, with what caused it behind a button. */
export function AnomalyRow(props: RowProps & { isOpen?: boolean }) {
  const { anomaly } = props;
  const { currency, day, state, reason, silencedUntil, contributions } =
    anomaly;
  const [isOpen, setOpen] = useState(props.isOpen ?? false);
  const impact = Number(anomaly.impact);
  const date = dayName(day);
  const causes = isOpen ? 'Hide causes' : `Causes (${contributions.length})`;
  return (
    <>
      <tr>
        <td className={styles.day}>{date}</td>
        <th scope="row" className={styles.wide}>
          <What anomaly={anomaly} />
          {reason ? (
            <div className={styles.small}>
              Reason: <bdi>{reason}</bdi>
            </div>
          ) : undefined}
        </th>
        <td className={styles.number}>
          {formatMoney(anomaly.actual, currency)}
        </td>
        <td className={styles.number}>
          {formatMoney(anomaly.expected, currency)}
        </td>
        <td>
          <ChangeWords
            change={{
              direction: impact > 0 ? 'up' : 'down',
              text: `${formatMoney(Math.abs(impact), currency)} ${
                impact > 0 ? 'more' : 'less'
              }`,
            }}
          />
        </td>
        <td>
          <Status judgement={judgements[state]}>
            {stateNames[state]}
            {silencedUntil ? ` until ${dayName(silencedUntil)}` : ''}
          </Status>
        </td>
        <td>
          {contributions.length > 0 ? (
            <Button
              size="small"
              variant="tertiary"
              aria-expanded={isOpen}
              aria-label={`${causes} of ${date}`}
              onPress={() => setOpen(open => !open)}
            >
              {causes}
            </Button>
          ) : undefined}
        </td>
        <td>
          <Actions {...props} date={date} />
        </td>
      </tr>
      {isOpen ? (
        <tr>
          <td colSpan={8} className={styles.inner}>
            <Causes anomaly={anomaly} />
          </td>
        </tr>
      ) : undefined}
    </>
  );
}
