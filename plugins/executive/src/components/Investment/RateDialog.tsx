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
import type { PeopleRate } from '@portal/plugin-executive-common';
import {
  isDate,
  partStyles as styles,
  ScopePicker,
  useSubmit,
} from '@portal/plugin-metrics-react';
import { executiveApiRef } from '../../api';

type Draft = {
  groupRef: string;
  from: string;
  people: string;
  amount: string;
  currency: string;
};

const kinds = ['group'] as const;
const number = /^\d+(\.\d+)?$/;

function explain(draft: Draft): string | undefined {
  if (!draft.groupRef.startsWith('group:')) {
    return 'Choose the group whose people it is about.';
  }
  if (!isDate(draft.from)) {
    return 'Give the first day as in 2026-01-31.';
  }
  if (!number.test(draft.people.trim()) || Number(draft.people) < 3) {
    return `There are "${draft.people}" people; a rate is of three or more, since one of fewer would show what one of them costs.`;
  }
  if (!number.test(draft.amount.trim())) {
    return `One of them costs "${draft.amount}" a month; give a number such as 8000.`;
  }
  return /^[A-Z]{3}$/.test(draft.currency.trim())
    ? undefined
    : 'Give the currency by its three letters, such as EUR.';
}

/** Sets what the people of a group cost from a day on. */
export function RateDialog(props: {
  rate?: PeopleRate;
  /** For a new one. */
  currency: string;
  onClose: () => void;
  onChanged: () => void;
}) {
  const { rate, currency, onClose, onChanged } = props;
  const api = useApi(executiveApiRef);
  const [draft, setDraft] = useState<Draft>({
    groupRef: rate?.groupRef ?? '',
    from: rate?.from ?? '',
    people: String(rate?.people ?? ''),
    amount: rate?.monthly.amount ?? '',
    currency: rate?.monthly.currency ?? currency,
  });
  const { isPending, problem, setProblem, submit } = useSubmit();
  const set = (change: Partial<Draft>) =>
    setDraft(current => ({ ...current, ...change }));
  const save = () => {
    const wrong = explain(draft);
    if (wrong) {
      setProblem(wrong);
      return;
    }
    submit(async () => {
      await api.setPeopleRate({
        groupRef: draft.groupRef,
        from: draft.from,
        people: Number(draft.people),
        monthly: {
          amount: draft.amount.trim(),
          currency: draft.currency.trim(),
        },
        revision: rate?.revision ?? 0,
      });
      onChanged();
      onClose();
    });
  };
  return (
    <Dialog
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
      width="min(32rem, 100%)"
    >
      <DialogHeader>{rate ? 'Change a rate' : 'New rate'}</DialogHeader>
      <DialogBody>
        <div className={styles.dialog}>
          {problem ? (
            <Alert role="alert" status="danger" icon title={problem} />
          ) : undefined}
          {rate ? (
            <p className={styles.text}>
              Of {rate.groupRef} from {rate.from} on.
            </p>
          ) : (
            <>
              <ScopePicker
                label="Group"
                scope={draft.groupRef}
                kinds={kinds}
                withEverything={false}
                onSelect={groupRef => set({ groupRef })}
              />
              <TextField
                label="From"
                placeholder="2026-01-31"
                value={draft.from}
                onChange={from => set({ from })}
              />
            </>
          )}
          <div className={styles.row}>
            <TextField
              label="People, full time"
              inputMode="decimal"
              value={draft.people}
              onChange={people => set({ people })}
              placeholder="7.5"
            />
            <TextField
              label="One of them a month"
              inputMode="decimal"
              value={draft.amount}
              onChange={amount => set({ amount })}
              placeholder="8000"
            />
            <TextField
              label="Currency"
              value={draft.currency}
              onChange={text => set({ currency: text.toUpperCase() })}
            />
          </div>
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button isPending={isPending} onPress={save}>
          {rate ? 'Save' : 'Set rate'}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
