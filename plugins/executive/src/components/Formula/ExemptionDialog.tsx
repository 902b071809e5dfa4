import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Select, TextField } from '@backstage/ui';
import type { HealthPillar } from '@portal/plugin-executive-common';
import {
  partStyles as styles,
  ReasonDialog,
  ScopePicker,
} from '@portal/plugin-metrics-react';
import { executiveApiRef } from '../../api';

const kinds = ['component'] as const;

/** Decides that nothing is expected of a service for some time. */
export function ExemptionDialog(props: {
  pillars: readonly HealthPillar[];
  onClose: () => void;
  onChanged: () => void;
}) {
  const { pillars, onClose, onChanged } = props;
  const api = useApi(executiveApiRef);
  const today = new Date().toISOString().slice(0, 10);
  const [entityRef, setEntityRef] = useState('');
  const [pillarId, setPillarId] = useState(pillars[0]?.id ?? '');
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState('');
  return (
    <ReasonDialog
      title="New exemption"
      text="Say why nothing is to be expected of the service in this time. It counts from the next snapshot, and stays in its history."
      confirm="Exempt it"
      onClose={onClose}
      onConfirm={async reason => {
        await api.createExemption({ entityRef, pillarId, from, until, reason });
        onChanged();
      }}
    >
      <ScopePicker
        label="Service"
        scope={entityRef}
        kinds={kinds}
        withEverything={false}
        onSelect={setEntityRef}
      />
      <Select
        label="Pillar"
        options={pillars.map(({ id, title }) => ({ id, label: title }))}
        value={pillarId}
        onChange={key => setPillarId(String(key ?? ''))}
      />
      <div className={styles.row}>
        <TextField
          label="First day"
          placeholder="2026-01-31"
          value={from}
          onChange={setFrom}
        />
        <TextField
          label="Last day"
          placeholder="2026-06-30"
          value={until}
          onChange={setUntil}
        />
      </div>
    </ReasonDialog>
  );
}
