import { useId, useState, type FormEvent } from 'react';
import { toError } from '@backstage/errors';
import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { formatInstant } from '@portal/plugin-metrics-react';
import { webhooksApiRef } from '../../api';
import { describeError } from '../../words';
import partStyles from '../parts/parts.module.css';
import styles from './RewindDialog.module.css';

const hour = 3_600_000;

/** An instant as the field writes it: in the reader's time zone, without naming it. */
function toField(at: Date): string {
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

function explain(value: string): string | undefined {
  const time = new Date(value).getTime();
  if (Number.isNaN(time)) {
    return 'Choose a date and a time.';
  }
  return time > Date.now()
    ? 'Choose an instant that has passed: a rewind never skips anything.'
    : undefined;
}

/** Asks from when on a consumer shall read once more, and says what that does. */
export function RewindDialog(props: {
  consumer: string;
  onClose: () => void;
  onRewound: () => void;
}) {
  const { consumer, onClose, onRewound } = props;
  const api = useApi(webhooksApiRef);
  const toasts = useApi(toastApiRef);
  const [value, setValue] = useState(() =>
    toField(new Date(Date.now() - hour)),
  );
  const [problem, setProblem] = useState<string>();
  const [isPending, setPending] = useState(false);
  const id = useId();

  const rewind = async (event: FormEvent) => {
    event.preventDefault();
    const explanation = explain(value);
    setProblem(explanation);
    if (explanation || isPending) {
      return;
    }
    setPending(true);
    const to = new Date(value).toISOString();
    try {
      await api.rewindConsumer({ name: consumer, to });
    } catch (error) {
      setPending(false);
      toasts.post({
        title: `${consumer} could not be rewound`,
        description: describeError(toError(error)),
        status: 'danger',
      });
      return;
    }
    toasts.post({
      title: `${consumer} reads again from ${formatInstant(to)}`,
      description: 'How far it has come is shown under Waiting.',
      status: 'success',
      timeout: 6_000,
    });
    onRewound();
    onClose();
  };

  return (
    <Dialog
      className={partStyles.window}
      isOpen
      onOpenChange={open => {
        if (!open) {
          onClose();
        }
      }}
      width="min(36rem, 100%)"
    >
      <DialogHeader>Rewind {consumer}</DialogHeader>
      <DialogBody>
        <form
          id={`${id}-form`}
          className={partStyles.dialog}
          onSubmit={rewind}
          noValidate
        >
          <label className={styles.field} htmlFor={`${id}-to`}>
            Read again from
            <input
              id={`${id}-to`}
              className={styles.input}
              type="datetime-local"
              value={value}
              aria-invalid={Boolean(problem)}
              aria-describedby={`${id}-problem ${id}-consequence`}
              onChange={event => setValue(event.target.value)}
            />
          </label>
          <p id={`${id}-problem`} role="status" className={styles.problem}>
            {problem}
          </p>
          <div id={`${id}-consequence`} className={styles.consequence}>
            <p className={partStyles.text}>
              Everything that was received since then is handed to {consumer}{' '}
              once more, in order, before anything new. The time is that of your
              browser.
            </p>
            <p className={partStyles.text}>
              What it did already it may do again: consumers are built so that
              this changes nothing. Its dead letters of that time leave the list
              and are tried again with the rest. Deliveries that retention
              removed do not come back. This can not be undone.
            </p>
          </div>
        </form>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button type="submit" form={`${id}-form`} isPending={isPending}>
          Rewind
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
