import { useApi } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import type { Budget } from '@portal/plugin-finops-common';
import { partStyles as styles, useSubmit } from '@portal/plugin-metrics-react';
import { finopsApiRef } from '../../api';

/** Asks before a budget is deleted. */
export function DeleteDialog(props: {
  budget: Budget;
  onClose: () => void;
  onChanged: () => void;
}) {
  const { budget, onClose, onChanged } = props;
  const api = useApi(finopsApiRef);
  const { isPending, problem, submit } = useSubmit();
  return (
    <Dialog
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
      width="min(32rem, 100%)"
    >
      <DialogHeader>Delete {budget.title}?</DialogHeader>
      <DialogBody>
        {problem ? (
          <Alert role="alert" status="danger" icon title={problem} />
        ) : undefined}
        <p className={styles.text}>
          Nobody is told about this cost any more. What was spent stays as it
          is.
        </p>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Keep it
        </Button>
        <Button
          destructive
          isPending={isPending}
          onPress={() =>
            submit(async () => {
              await api.deleteBudget({ id: budget.id });
              onChanged();
              onClose();
            })
          }
        >
          Delete
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
