import { useState } from 'react';
import { ResponseError } from '@backstage/errors';
import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import type { MaintenanceWindow } from '@portal/plugin-service-health-common';
import { serviceHealthApiRef } from '@portal/plugin-service-health-react';
import { explainRefusal } from './explainRefusal';
import { formatUtc } from './formatUtc';
import { hasBegun, placeOf } from './words';
import styles from './Maintenance.module.css';

/** Asks before maintenance is ended or called off, and says what that does. */
export function EndDialog(props: {
  window: MaintenanceWindow;
  onClose: () => void;
  onEnded: () => void;
}) {
  const { window, onClose, onEnded } = props;
  const api = useApi(serviceHealthApiRef);
  const toasts = useApi(toastApiRef);
  // What was asked stays, also when it begins while the dialog is open.
  const [isRunning] = useState(() => hasBegun(window, new Date()));
  const [refusal, setRefusal] = useState<string>();
  const [isPending, setPending] = useState(false);
  const place = placeOf(window);

  const end = async () => {
    setPending(true);
    setRefusal(undefined);
    try {
      await api.endMaintenance({ id: window.id });
    } catch (error) {
      // Somebody else was faster, or its time came: what was wanted is so.
      if (!(error instanceof ResponseError) || error.statusCode !== 404) {
        setPending(false);
        setRefusal(explainRefusal(error));
        return;
      }
    }
    toasts.post({
      title: `Maintenance of ${place} is ${isRunning ? 'over' : 'called off'}`,
      status: 'success',
      timeout: 6_000,
    });
    onEnded();
    onClose();
  };

  return (
    <Dialog
      className={styles.window}
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
      width="min(32rem, 100%)"
    >
      <DialogHeader>
        {isRunning
          ? `End maintenance of ${place} now?`
          : `Call off maintenance of ${place}?`}
      </DialogHeader>
      <DialogBody>
        <div className={styles.dialog}>
          {refusal && (
            <Alert
              role="alert"
              status="danger"
              icon
              title={`Maintenance was not ${
                isRunning ? 'ended' : 'called off'
              }`}
              description={refusal}
            />
          )}
          <p className={styles.text}>
            {isRunning
              ? 'What is found from now on counts again, and alarms the owner.'
              : `It will not begin on ${formatUtc(
                  window.from,
                )}: what is found then counts, and alarms the owner.`}
          </p>
          <p className={styles.note}>{window.reason}</p>
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Keep it
        </Button>
        <Button destructive isPending={isPending} onPress={end}>
          {isRunning ? 'End now' : 'Call off'}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
