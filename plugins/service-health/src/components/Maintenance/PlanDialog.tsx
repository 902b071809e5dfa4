import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { serviceHealthApiRef } from '@portal/plugin-service-health-react';
import { explainRefusal } from './explainRefusal';
import { PlanFields } from './PlanFields';
import { formatUtc } from './formatUtc';
import { findProblems, newDraft, toPlannedWindow } from './windowDraft';
import { placeOf } from './words';
import styles from './Maintenance.module.css';

/** Asks when maintenance is, where and why, and announces it. */
export function PlanDialog(props: {
  entityRef: string;
  environments: readonly string[];
  onClose: () => void;
  onPlanned: () => void;
}) {
  const { entityRef, environments, onClose, onPlanned } = props;
  const api = useApi(serviceHealthApiRef);
  const toasts = useApi(toastApiRef);
  const [draft, setDraft] = useState(() => newDraft(environments, new Date()));
  const [attempts, setAttempts] = useState(0);
  const [refusal, setRefusal] = useState<string>();
  const [isPending, setPending] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  // Nobody is told that a field is empty before there was time to fill it in.
  const problems = attempts > 0 ? findProblems(draft, new Date()) : {};

  useEffect(() => {
    if (attempts > 0) {
      form.current
        ?.querySelector<HTMLElement>(
          '[aria-invalid="true"], [data-invalid] button',
        )
        ?.focus();
    }
  }, [attempts]);

  const plan = async (event: FormEvent) => {
    event.preventDefault();
    if (isPending) {
      return;
    }
    const now = new Date();
    setRefusal(undefined);
    setAttempts(attempts + 1);
    if (Object.keys(findProblems(draft, now)).length > 0) {
      return;
    }
    setPending(true);
    const window = toPlannedWindow(draft, now);
    try {
      await api.startMaintenance({ entityRef, ...window });
    } catch (error) {
      setPending(false);
      setRefusal(explainRefusal(error));
      return;
    }
    toasts.post({
      title: `Maintenance of ${placeOf(window)} is announced`,
      description: `It ends on ${formatUtc(window.to)}.`,
      status: 'success',
      timeout: 6_000,
    });
    onPlanned();
    onClose();
  };

  return (
    <Dialog
      className={styles.window}
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
      width="min(32rem, 100%)"
    >
      <DialogHeader>Plan maintenance</DialogHeader>
      <DialogBody>
        <form
          id={`${id}-form`}
          ref={form}
          className={styles.dialog}
          onSubmit={plan}
          noValidate
        >
          {refusal && (
            <Alert
              role="alert"
              status="danger"
              icon
              title="Maintenance was not announced"
              description={refusal}
            />
          )}
          <p className={styles.note}>
            What is found meanwhile does not count, and alarms nobody.
          </p>
          <PlanFields
            draft={draft}
            environments={environments}
            problems={problems}
            onChange={setDraft}
          />
        </form>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button type="submit" form={`${id}-form`} isPending={isPending}>
          Announce
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
