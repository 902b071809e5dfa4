import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  TextField,
} from '@backstage/ui';
import type { ServiceReturn } from '@portal/plugin-executive-common';
import { partStyles as styles, useSubmit } from '@portal/plugin-metrics-react';
import { executiveApiRef } from '../../api';

/** Declares what a service is worth a year, and how that is measured. */
export function ValueDialog(props: {
  service: ServiceReturn;
  currency: string;
  onClose: () => void;
  onChanged: () => void;
}) {
  const { service, currency, onClose, onChanged } = props;
  const api = useApi(executiveApiRef);
  const declared = service.value?.kind === 'money' ? service.value : undefined;
  const [amount, setAmount] = useState(declared?.perYear.amount ?? '');
  const [measure, setMeasure] = useState(declared?.measure ?? '');
  const { isPending, problem, setProblem, submit } = useSubmit();
  const send = (value: Parameters<typeof api.declareValue>[0]['value']) =>
    submit(async () => {
      await api.declareValue({ entityRef: service.entityRef, value });
      onChanged();
      onClose();
    });
  const save = () => {
    if (!/^\d+(\.\d+)?$/.test(amount.trim())) {
      setProblem(
        `The value is "${amount}"; give a number such as 250000, in ${currency} a year.`,
      );
    } else if (!measure.trim()) {
      setProblem('Say how it is measured, so that others can check it.');
    } else {
      send({
        kind: 'money',
        perYear: {
          amount: amount.trim(),
          currency: declared?.perYear.currency ?? currency,
        },
        measure: measure.trim(),
      });
    }
  };
  return (
    <Dialog
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
      width="min(32rem, 100%)"
    >
      <DialogHeader>Value of {service.title}</DialogHeader>
      <DialogBody>
        <div className={styles.dialog}>
          {problem ? (
            <Alert role="alert" status="danger" icon title={problem} />
          ) : undefined}
          <TextField
            label={`Worth a year, in ${declared?.perYear.currency ?? currency}`}
            inputMode="decimal"
            value={amount}
            onChange={setAmount}
            placeholder="250000"
          />
          <TextField
            label="How it is measured"
            value={measure}
            onChange={setMeasure}
            placeholder="Revenue of bookings that came through it, last year"
          />
        </div>
      </DialogBody>
      <DialogFooter>
        {service.value ? (
          <Button variant="tertiary" onPress={() => send(null)}>
            Take it back
          </Button>
        ) : undefined}
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button isPending={isPending} onPress={save}>
          Declare
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
