import { useCallback, useState } from 'react';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  Button,
  Container,
  Link,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import {
  securityExceptionApprovePermission,
  securityFindingTriagePermission,
  type ExceptionPage,
  type ExceptionState,
  type SecurityException,
} from '@portal/plugin-security-score-common';
import {
  EntityLink,
  formatNumber,
  LoadFailure,
  partStyles,
  ReadOnlyNote,
  ReasonDialog,
  Section,
  Status,
  TimeAgo,
  useLoad,
  usePages,
  type Judgement,
} from '@portal/plugin-metrics-react';
import { useSearchParams } from 'react-router-dom';
import { securityScoreApiRef } from '../../api';
import { exceptionNames, findingsSubject } from '../../words';
import { FindingsGuard } from '../parts';
import { ExceptionDialog } from '../Findings';

const states: ExceptionState[] = [
  'proposed',
  'approved',
  'rejected',
  'expired',
  'withdrawn',
];
const judgements: Record<ExceptionState, Judgement> = {
  proposed: 'warning',
  approved: 'good',
  rejected: 'neutral',
  expired: 'neutral',
  withdrawn: 'neutral',
};
const pageSize = 50;

type Deciding = {
  exception: SecurityException;
  decision: 'approve' | 'reject' | 'withdraw';
};
const decisionWords = {
  approve: {
    title: 'Approve the exception',
    confirm: 'Approve',
    text: 'Until it ends the findings do not count in the score. They stay visible.',
  },
  reject: {
    title: 'Reject the exception',
    confirm: 'Reject',
    text: 'The findings stay open. Say what is to be done instead.',
  },
  withdraw: {
    title: 'Withdraw the exception',
    confirm: 'Withdraw',
    text: 'It ends at once, and the findings are open again.',
  },
};

function Item(props: {
  exception: SecurityException;
  mayDecide: boolean;
  /** The reader asked for it. */
  isOwn: boolean;
  mayRenew: boolean;
  onDecide: (decision: Deciding['decision']) => void;
  onRenew: () => void;
}) {
  const { exception, mayDecide, isOwn, mayRenew, onDecide, onRenew } = props;
  const { state, findings } = exception;
  return (
    <li className={partStyles.item}>
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
          Decided by <EntityLink entityRef={exception.decidedBy} />{' '}
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

/** The reader's entity, once it is known. */
function useReader(): string | undefined {
  const identity = useApi(identityApiRef);
  const load = useCallback(() => identity.getBackstageIdentity(), [identity]);
  const { result } = useLoad(load);
  return result.state === 'ready' ? result.value.userEntityRef : undefined;
}

function ExceptionsContent() {
  const [params, setParams] = useSearchParams();
  const state = states.find(each => each === params.get('state'));
  const api = useApi(securityScoreApiRef);
  const access = usePermission({
    permission: securityExceptionApprovePermission,
  });
  const triage = usePermission({ permission: securityFindingTriagePermission });
  const reader = useReader();
  const [deciding, setDeciding] = useState<Deciding>();
  const [renewing, setRenewing] = useState<SecurityException>();
  const loadPage = useCallback(
    (cursor?: string, signal?: AbortSignal) =>
      api.getExceptions(
        { state: state && [state], cursor, limit: pageSize },
        { signal },
      ),
    [api, state],
  );
  const { result, reload, loadMore } = usePages<
    SecurityException,
    ExceptionPage
  >(loadPage);
  return (
    <>
      <div className={partStyles.page}>
        <Section
          title="Exceptions"
          meaning="A risk is accepted for a time: somebody asked, somebody else agreed, and on the day it ends the findings are open again."
          result={result}
          onRetry={reload}
          {...findingsSubject}
        >
          {({ items, first, hasMore, loadingMore, moreError }) => (
            <>
              <ToggleButtonGroup
                aria-label="States"
                selectionMode="single"
                selectedKeys={state ? [state] : []}
                onSelectionChange={keys => {
                  const [key] = [...keys];
                  setParams(key ? { state: String(key) } : {});
                }}
              >
                {states.map(each => (
                  <ToggleButton key={each} id={each}>
                    {exceptionNames[each]} {formatNumber(first.byState[each])}
                  </ToggleButton>
                ))}
              </ToggleButtonGroup>
              {items.length === 0 ? (
                <p className={partStyles.text}>
                  {state
                    ? 'No exception is in this state.'
                    : 'No exception was proposed yet. Choose findings of a service, and propose one there.'}
                </p>
              ) : (
                <ul className={partStyles.items} aria-label="Exceptions">
                  {items.map(exception => (
                    <Item
                      key={exception.id}
                      exception={exception}
                      mayDecide={access.allowed}
                      isOwn={exception.requestedBy === reader}
                      mayRenew={triage.allowed}
                      onDecide={decision =>
                        setDeciding({ exception, decision })
                      }
                      onRenew={() => setRenewing(exception)}
                    />
                  ))}
                </ul>
              )}
              {moreError ? (
                <LoadFailure
                  {...findingsSubject}
                  error={moreError}
                  onRetry={loadMore}
                />
              ) : undefined}
              {hasMore ? (
                <div>
                  <Button
                    variant="secondary"
                    isPending={loadingMore}
                    onPress={loadMore}
                  >
                    Load more
                  </Button>
                </div>
              ) : undefined}
              <ReadOnlyNote
                doing="Deciding on exceptions"
                permission={securityExceptionApprovePermission}
                access={access}
              />
            </>
          )}
        </Section>
      </div>
      {deciding ? (
        <ReasonDialog
          {...decisionWords[deciding.decision]}
          optional={deciding.decision !== 'reject'}
          onClose={() => setDeciding(undefined)}
          onConfirm={async reason => {
            await api.decideException({
              id: deciding.exception.id,
              decision: deciding.decision,
              reason: reason || undefined,
            });
            reload();
          }}
        />
      ) : undefined}
      {renewing ? (
        <ExceptionDialog
          findings={renewing.findings}
          renews={renewing.id}
          reason={renewing.reason}
          onClose={() => setRenewing(undefined)}
          onDone={reload}
        />
      ) : undefined}
    </>
  );
}

/** Risks that are accepted for a time, and those that wait for a decision. */
export function ExceptionsPage() {
  return (
    <Container>
      <FindingsGuard>
        <ExceptionsContent />
      </FindingsGuard>
    </Container>
  );
}
