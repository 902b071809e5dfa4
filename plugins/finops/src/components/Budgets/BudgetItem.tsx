import { useEffect, useRef } from 'react';
import { Button } from '@backstage/ui';
import type { BudgetUse } from '@portal/plugin-finops-common';
import { everything } from '@portal/plugin-metrics-common';
import {
  Bar,
  EntityLink,
  formatMoney,
  formatPeriod,
  formatRatio,
  Status,
  partStyles as styles,
} from '@portal/plugin-metrics-react';
import { Unconverted } from '../parts';
import { budgetWords, costWords, restrictions } from './budgetWords';

/** A budget: how much of it is used, what is expected, and what is not counted. */
export function BudgetItem(props: {
  use: BudgetUse;
  /** Whether a notification leads to this one. */
  isNamed: boolean;
  canChange: boolean;
  onEdit: () => void;
  onDelete: () => void;
}) {
  const { use, isNamed, canChange, onEdit, onDelete } = props;
  const self = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isNamed) {
      self.current?.scrollIntoView({ block: 'center' });
    }
  }, [isNamed]);
  const { budget, spent, share, expected, expectedLower, expectedUpper } = use;
  const { expectedUnconverted = [] } = use;
  const { scope } = budget.slice;
  const money = (amount: string) => formatMoney(amount, budget.currency);
  const words = budgetWords(use);
  const more = restrictions(budget.slice);
  return (
    <li
      ref={self}
      className={styles.item}
      data-named={isNamed || undefined}
      aria-current={isNamed || undefined}
    >
      <div className={styles.itemHead}>
        <h4 className={styles.name}>
          <bdi>{budget.title}</bdi>
        </h4>
        <Status judgement={words.judgement}>{words.text}</Status>
      </div>
      <Bar share={share} judgement={words.judgement} />
      <div className={styles.itemHead}>
        <span className={styles.small}>
          <strong className={styles.strong}>{formatRatio(share)}</strong>:{' '}
          {money(spent)} of {money(budget.amount)}, {costWords[budget.metric]}{' '}
          of {formatPeriod(use)}
          {expected
            ? `. Expected: ${money(expected)}${
                expectedLower && expectedUpper
                  ? ` (${money(expectedLower)} to ${money(expectedUpper)})`
                  : ''
              }`
            : ''}
        </span>
        <span className={styles.small}>
          {!scope || scope === everything ? (
            'Everything'
          ) : (
            <EntityLink entityRef={scope} />
          )}
          {more ? `, ${more}` : ''}
        </span>
      </div>
      <Unconverted
        amounts={use.unconverted}
        currency={budget.currency}
        className={styles.text}
      />
      {expectedUnconverted.length > 0 ? (
        <p className={styles.text}>
          {expected
            ? 'What is expected leaves cost out'
            : 'What is to come can’t be said'}
          , as there is no exchange rate to {budget.currency} from{' '}
          {expectedUnconverted.map(({ currency }) => currency).join(', ')}
        </p>
      ) : undefined}
      {canChange && budget.origin === 'portal' ? (
        <div className={styles.actions}>
          <Button
            size="small"
            variant="secondary"
            aria-label={`Change ${budget.title}`}
            onPress={onEdit}
          >
            Change
          </Button>
          <Button
            size="small"
            variant="tertiary"
            aria-label={`Delete ${budget.title}`}
            onPress={onDelete}
          >
            Delete
          </Button>
        </div>
      ) : undefined}
      {budget.origin === 'config' ? (
        <span className={styles.small}>
          Set in the configuration, and changed there.
        </span>
      ) : undefined}
    </li>
  );
}
