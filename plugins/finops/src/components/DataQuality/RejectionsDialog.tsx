import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Skeleton,
} from '@backstage/ui';
import type {
  CostImport,
  CostRejectionPage,
  RejectedLine,
} from '@portal/plugin-finops-common';
import {
  ExportMenu,
  LoadFailure,
  usePages,
  type DataColumn,
  partStyles as styles,
} from '@portal/plugin-metrics-react';
import { finopsApiRef } from '../../api';

const columns: readonly DataColumn<RejectedLine>[] = [
  {
    id: 'row',
    title: 'Row',
    text: line => String(line.lineNumber),
    value: line => line.lineNumber,
  },
  { id: 'column', title: 'Column', text: line => line.column },
  { id: 'reason', title: 'Reason', text: line => line.reason },
  { id: 'text', title: 'Text', text: line => line.row },
];

/** The rows of a file that could not be taken, each with what to do. */
export function RejectionsDialog(props: {
  item: CostImport;
  onClose: () => void;
}) {
  const { item, onClose } = props;
  const { importId } = item;
  const api = useApi(finopsApiRef);
  const { result, reload, loadMore } = usePages<
    RejectedLine,
    CostRejectionPage
  >(
    useCallback(
      (cursor, signal) =>
        api.getRejections({ importId, cursor, limit: 50 }, { signal }),
      [api, importId],
    ),
  );
  const items = result.state === 'ready' ? result.value.items : [];
  return (
    <Dialog
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
      width="min(56rem, 100%)"
    >
      <DialogHeader>
        Rejected rows of {item.fileName ?? item.source}
      </DialogHeader>
      <DialogBody>
        <div className={styles.dialog}>
          <p className={styles.text}>
            These rows are in no figure. Correct them where the file is made,
            and bring the file in again.
          </p>
          {result.state === 'loading' ? (
            <Skeleton width="100%" height={240} />
          ) : undefined}
          {result.state === 'failed' ? (
            <LoadFailure
              subject="rejected rows"
              error={result.error}
              onRetry={reload}
            />
          ) : undefined}
          <ul className={styles.items} aria-label="Rejected rows">
            {items.map(line => (
              <li key={line.lineNumber} className={styles.item}>
                <span className={styles.name}>
                  Row {line.lineNumber}, {line.column}
                </span>
                <span className={styles.small}>{line.reason}</span>
                <code className={styles.small}>
                  <bdi>{line.row}</bdi>
                </code>
              </li>
            ))}
          </ul>
          {result.state === 'ready' && result.value.hasMore ? (
            <div>
              <Button
                variant="secondary"
                isPending={result.value.loadingMore}
                onPress={loadMore}
              >
                Load more
              </Button>
            </div>
          ) : undefined}
        </div>
      </DialogBody>
      <DialogFooter>
        <ExportMenu
          fileName={`rejected-rows-${importId}`}
          columns={columns}
          rows={items}
        />
        <Button variant="secondary" onPress={onClose}>
          Close
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
