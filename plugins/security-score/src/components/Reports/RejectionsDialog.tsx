import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import type { Report } from '@portal/plugin-security-score-common';
import {
  LoadFailure,
  partStyles,
  usePages,
} from '@portal/plugin-metrics-react';
import { securityScoreApiRef } from '../../api';
import { findingsSubject } from '../../words';

/** Entries of a report that could not be taken, and why. */
export function RejectionsDialog(props: {
  report: Report;
  onClose: () => void;
}) {
  const { report, onClose } = props;
  const { reportId } = report;
  const api = useApi(securityScoreApiRef);
  const loadPage = useCallback(
    (cursor?: string, signal?: AbortSignal) =>
      api.getRejections({ id: reportId, cursor }, { signal }),
    [api, reportId],
  );
  const { result, reload, loadMore } = usePages(loadPage);
  return (
    <Dialog
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
      width="min(40rem, 100%)"
    >
      <DialogHeader>What could not be taken</DialogHeader>
      <DialogBody>
        <div className={partStyles.dialog}>
          {result.state === 'failed' ? (
            <LoadFailure
              {...findingsSubject}
              error={result.error}
              onRetry={reload}
            />
          ) : undefined}
          {result.state === 'ready' ? (
            <>
              <ul className={partStyles.items}>
                {result.value.items.map(({ position, reason }) => (
                  <li key={position} className={partStyles.item}>
                    <code className={partStyles.small}>{position}</code>
                    <span className={partStyles.text}>{reason}</span>
                  </li>
                ))}
              </ul>
              {result.value.hasMore ? (
                <Button
                  variant="secondary"
                  isPending={result.value.loadingMore}
                  onPress={loadMore}
                >
                  Load more
                </Button>
              ) : undefined}
            </>
          ) : undefined}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Close
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
