import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { InputError } from '@backstage/errors';
import { TextField } from '@backstage/ui';
import {
  explainDates,
  partStyles as styles,
  ReasonDialog,
} from '@portal/plugin-metrics-react';
import { executiveApiRef } from '../../api';

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

/** Chooses the time that everything is compared with. It is done once. */
export function BaselineDialog(props: {
  /** The first and last day that are suggested. */
  suggested: { from: string; last: string };
  onClose: () => void;
  onChanged: () => void;
}) {
  const { suggested, onClose, onChanged } = props;
  const api = useApi(executiveApiRef);
  const [from, setFrom] = useState(suggested.from);
  const [last, setLast] = useState(suggested.last);
  return (
    <ReasonDialog
      title="Choose the baseline"
      text="The goals are measured against this time. It is chosen once and stays: goals whose start moves prove nothing."
      confirm="Choose and lock"
      onClose={onClose}
      onConfirm={async reason => {
        const problem = explainDates(from, last);
        if (problem) {
          throw new InputError(problem);
        }
        await api.lockBaseline({ from, to: dayAfter(last), reason });
        onChanged();
      }}
    >
      <div className={styles.row}>
        <TextField
          label="First day"
          placeholder="2026-01-31"
          value={from}
          onChange={setFrom}
        />
        <TextField
          label="Last day"
          placeholder="2026-01-31"
          value={last}
          onChange={setLast}
        />
      </div>
    </ReasonDialog>
  );
}
