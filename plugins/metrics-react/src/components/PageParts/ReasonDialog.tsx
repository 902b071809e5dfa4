import { useState, type ReactNode } from 'react';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  TextAreaField,
} from '@backstage/ui';
import { useSubmit } from '../../hooks/useSubmit';
import styles from './parts.module.css';

/** Asks why, before something is set aside. */
export function ReasonDialog(props: {
  title: string;
  text: string;
  confirm: string;
  /** Whether it goes without a reason. */
  optional?: boolean;
  children?: ReactNode;
  onClose: () => void;
  onConfirm: (reason: string) => Promise<void>;
}) {
  const { title, text, confirm, optional, children, onClose } = props;
  const [reason, setReason] = useState('');
  const { isPending, problem, setProblem, submit } = useSubmit();
  const send = () => {
    if (!optional && !reason.trim()) {
      setProblem('Say why first: whoever looks at it later wants to know.');
      return;
    }
    submit(async () => {
      await props.onConfirm(reason.trim());
      onClose();
    });
  };
  return (
    <Dialog
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
      width="min(32rem, 100%)"
    >
      <DialogHeader>{title}</DialogHeader>
      <DialogBody>
        <div className={styles.dialog}>
          {problem ? (
            <Alert role="alert" status="danger" icon title={problem} />
          ) : undefined}
          <p className={styles.text}>{text}</p>
          <TextAreaField
            label={optional ? 'Reason (not required)' : 'Reason'}
            value={reason}
            onChange={setReason}
            rows={3}
          />
          {children}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button isPending={isPending} onPress={send}>
          {confirm}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
