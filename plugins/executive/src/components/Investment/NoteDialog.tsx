import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import type { Initiative, StatusNote } from '@portal/plugin-executive-common';
import { ReasonDialog } from '@portal/plugin-metrics-react';
import { executiveApiRef } from '../../api';
import { stateWords } from './investmentWords';

const states = Object.keys(stateWords) as StatusNote['state'][];

/** Writes how an initiative is doing. */
export function NoteDialog(props: {
  initiative: Initiative;
  onClose: () => void;
  onChanged: () => void;
}) {
  const { initiative, onClose, onChanged } = props;
  const api = useApi(executiveApiRef);
  const [state, setState] = useState<StatusNote['state']>(
    initiative.notes[0]?.state ?? 'on-track',
  );
  return (
    <ReasonDialog
      title={`Status of ${initiative.name}`}
      text="Say where it stands and what is needed. It stays in the history of the initiative."
      confirm="Write status"
      onClose={onClose}
      onConfirm={async text => {
        await api.addNote({ id: initiative.id, state, text });
        onChanged();
      }}
    >
      <Select
        label="State"
        options={states.map(id => ({ id, label: stateWords[id].text }))}
        value={state}
        onChange={key =>
          setState(states.find(each => each === key) ?? 'on-track')
        }
      />
    </ReasonDialog>
  );
}
