import { useApi } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import type { Statement } from '@portal/plugin-finops-common';
import { partStyles as styles, useSubmit } from '@portal/plugin-metrics-react';
import { finopsApiRef } from '../../api';
import { formatExact } from './formatExact';
import { monthName } from './monthName';

/** Asks before a month is closed, since nothing opens it again. */
export function CloseDialog(props: {
  statement: Statement;
  onClose: () => void;
  onClosed: () => void;
}) {
  const { statement, onClose, onClosed } = props;
  const api = useApi(finopsApiRef);
  const { isPending, problem, submit } = useSubmit();
  const name = monthName(statement.month);
  return (
    <Dialog
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
      width="min(32rem, 100%)"
    >
      <DialogHeader>Close {name}?</DialogHeader>
      <DialogBody>
        <div className={styles.dialog}>
          {problem ? (
            <Alert role="alert" status="danger" icon title={problem} />
          ) : undefined}
          <p className={styles.text}>
            {statement.totals
              .map(({ total, currency }) => formatExact(total, currency))
              .join(', ') || 'Nothing'}{' '}
            is charged to {statement.owners.length} teams and buckets. After
            this nobody can change the statement of {name}, and it can&apos;t be
            opened again. What the provider corrects later becomes an adjustment
            of the month that is open then.
          </p>
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Leave it open
        </Button>
        <Button
          isPending={isPending}
          onPress={() =>
            submit(async () => {
              await api.closeMonth({ month: statement.month });
              onClosed();
              onClose();
            })
          }
        >
          Close {name}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
