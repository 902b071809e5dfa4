import { useCallback, useEffect, useState } from 'react';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  Button,
  Container,
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
  formatNumber,
  LoadFailure,
  partStyles,
  ReadOnlyNote,
  ReasonDialog,
  Section,
  useLoad,
  usePages,
} from '@portal/plugin-metrics-react';
import { useSearchParams } from 'react-router-dom';
import { securityScoreApiRef } from '../../api';
import { exceptionNames, findingsSubject } from '../../words';
import { FindingsGuard } from '../parts';
import { ExceptionDialog } from '../Findings';
import { ExceptionItem, type ExceptionDecision } from './ExceptionItem';

const states: ExceptionState[] = [
  'proposed',
  'approved',
  'rejected',
  'expired',
  'withdrawn',
];
const pageSize = 50;

type Deciding = {
  exception: SecurityException;
  decision: ExceptionDecision;
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
  const named = params.get('exception') ?? undefined;
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
  // The one that a notification leads to may be further down.
  const pages = result.state === 'ready' ? result.value : undefined;
  const isMissing =
    named !== undefined &&
    pages?.hasMore &&
    !pages.loadingMore &&
    !pages.moreError &&
    pages.items.every(({ id }) => id !== named);
  useEffect(() => {
    if (isMissing) {
      loadMore();
    }
  });
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
                    <ExceptionItem
                      key={exception.id}
                      exception={exception}
                      isNamed={exception.id === named}
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
