import { useApi } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import type { PersonalBoard } from '@portal/plugin-dashboards-common';
import { useNavigate } from 'react-router-dom';
import { dashboardsApiRef } from '../../api';
import { useAction, useBoardHref } from '../../hooks';
import styles from './BoardMenu.module.css';

/** Asks before a board is deleted. */
export function DeleteDialog(props: {
  personal: PersonalBoard;
  onClose: () => void;
}) {
  const { personal, onClose } = props;
  const { id, title, sharing } = personal;
  const dashboards = useApi(dashboardsApiRef);
  const navigate = useNavigate();
  const boardHref = useBoardHref();
  const { isPending, run } = useAction();
  const remove = () =>
    run('The board was not deleted', async () => {
      await dashboards.deleteBoard(id);
      navigate(boardHref());
    });
  return (
    <Dialog
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
      width="min(32rem, 100%)"
    >
      <DialogHeader>Delete {title}?</DialogHeader>
      <DialogBody>
        <p className={styles.text}>
          {sharing.with === 'nobody'
            ? 'It is gone for good.'
            : 'It is gone for good, also for those with whom you share it.'}{' '}
          Export it as YAML first if you may want it back.
        </p>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Keep it
        </Button>
        <Button destructive isPending={isPending} onPress={remove}>
          Delete
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
