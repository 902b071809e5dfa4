import { useEffect, useRef } from 'react';
import { Button, Link } from '@backstage/ui';
import type {
  ExceptionState,
  SecurityException,
} from '@portal/plugin-security-score-common';
import {
  EntityLink,
  partStyles,
  Status,
  TimeAgo,
  type Judgement,
} from '@portal/plugin-metrics-react';
import { exceptionNames } from '../../words';

/** What somebody decides on an exception. */
export type ExceptionDecision = 'approve' | 'reject' | 'withdraw';

const judgements: Record<ExceptionState, Judgement> = {
  proposed: 'warning',
  approved: 'good',
  rejected: 'neutral',
  expired: 'neutral',
  withdrawn: 'neutral',
};

/** An exception, and what the reader may do about it. */
export function ExceptionItem(props: {
  exception: SecurityException;
  /** Whether a notification leads to this one. */
  isNamed: boolean;
  mayDecide: boolean;
  /** The reader asked for it. */
  isOwn: boolean;
  mayRenew: boolean;
  onDecide: (decision: ExceptionDecision) => void;
  onRenew: () => void;
}) {
  const { exception, isNamed, mayDecide, isOwn, mayRenew } = props;
  const { onDecide, onRenew } = props;
  const self = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isNamed) {
      self.current?.scrollIntoView?.({ block: 'center' });
    }
  }, [isNamed]);
  const { state, findings } = exception;
  return (
    <li
      ref={self}
      className={partStyles.item}
      data-named={isNamed || undefined}
      aria-current={isNamed || undefined}
    >
      <div className={partStyles.itemHead}>
        <h4 className={partStyles.name}>
          <bdi>
            {findings.map(({ name }) => name).join(', ') ||
              'Findings that are gone'}
          </bdi>
        </h4>
        <Status judgement={judgements[state]}>{exceptionNames[state]}</Status>
      </div>
      <span className={partStyles.small}>
        <EntityLink entityRef={exception.entityRef} tab="security" />, asked by{' '}
        <EntityLink entityRef={exception.requestedBy} />{' '}
        <TimeAgo at={exception.requestedAt} inline />, ends{' '}
        <TimeAgo at={exception.expiresAt} inline />
        {exception.demo ? ', demo data' : ''}
      </span>
      <p className={partStyles.text}>
        <bdi>{exception.reason}</bdi>
        {exception.evidence ? (
          <>
            {' '}
            <Link
              href={exception.evidence}
              target="_blank"
              rel="noopener noreferrer"
            >
              Evidence
            </Link>
          </>
        ) : undefined}
      </p>
      {exception.decidedBy && exception.decidedAt ? (
        <span className={partStyles.small}>
          {state === 'withdrawn' ? 'Withdrawn' : 'Decided'} by{' '}
          <EntityLink entityRef={exception.decidedBy} />{' '}
          <TimeAgo at={exception.decidedAt} inline />
          {exception.decisionReason ? (
            <>
              : <bdi>{exception.decisionReason}</bdi>
            </>
          ) : undefined}
        </span>
      ) : undefined}
      <span className={partStyles.actions}>
        {state === 'proposed' && mayDecide ? (
          <>
            <Button size="small" onPress={() => onDecide('approve')}>
              Approve
            </Button>
            <Button
              size="small"
              variant="secondary"
              onPress={() => onDecide('reject')}
            >
              Reject
            </Button>
          </>
        ) : undefined}
        {isOwn && (state === 'proposed' || state === 'approved') ? (
          <Button
            size="small"
            variant="tertiary"
            onPress={() => onDecide('withdraw')}
          >
            Withdraw
          </Button>
        ) : undefined}
        {mayRenew && (state === 'approved' || state === 'expired') ? (
          <Button size="small" variant="tertiary" onPress={onRenew}>
            Renew
          </Button>
        ) : undefined}
      </span>
    </li>
  );
}
