import { useId, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  AnomalyStateInput,
  CostAnomaly,
} from '@portal/plugin-finops-common';
import { partStyles, ReasonDialog } from '@portal/plugin-metrics-react';
import { finopsApiRef } from '../../api';
import { addDays, todayInUtc } from '../../selection';

/** Asks why an anomaly is acknowledged or silenced, and does it. */
export function StateDialog(props: {
  anomaly: CostAnomaly;
  to: 'acknowledged' | 'silenced';
  onClose: () => void;
  onChanged: () => void;
}) {
  const { anomaly, to, onClose, onChanged } = props;
  const api = useApi(finopsApiRef);
  const id = useId();
  const [until, setUntil] = useState(addDays(todayInUtc(), 30));
  const silence = to === 'silenced';
  return (
    <ReasonDialog
      title={silence ? 'Silence this anomaly' : 'Acknowledge this anomaly'}
      text={
        silence
          ? 'The same part of the cost raises nothing until the day that you choose.'
          : 'Says that somebody has seen it. It stays in the list of what was acknowledged.'
      }
      confirm={silence ? 'Silence' : 'Acknowledge'}
      optional={!silence}
      onClose={onClose}
      onConfirm={async reason => {
        const input: AnomalyStateInput = silence
          ? { state: 'silenced', reason, until }
          : { state: 'acknowledged', reason: reason || undefined };
        await api.setAnomalyState({ id: anomaly.id, input });
        onChanged();
      }}
    >
      {silence ? (
        <div>
          <label htmlFor={id} className={partStyles.name}>
            Until
          </label>
          <div>
            <input
              id={id}
              type="date"
              required
              min={addDays(todayInUtc(), 1)}
              value={until}
              onChange={event => setUntil(event.target.value)}
            />
          </div>
        </div>
      ) : undefined}
    </ReasonDialog>
  );
}
