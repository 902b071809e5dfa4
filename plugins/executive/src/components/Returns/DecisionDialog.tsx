import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import {
  adviceTitles,
  type ServiceReturn,
  type TimeAdvice,
} from '@portal/plugin-executive-common';
import { ReasonDialog } from '@portal/plugin-metrics-react';
import { executiveApiRef } from '../../api';
import { adviceMeanings, advices } from './returnWords';

/** Records what becomes of a service. */
export function DecisionDialog(props: {
  service: ServiceReturn;
  onClose: () => void;
  onChanged: () => void;
}) {
  const { service, onClose, onChanged } = props;
  const api = useApi(executiveApiRef);
  const [advice, setAdvice] = useState<TimeAdvice>(
    service.decision?.advice ?? service.advice ?? 'tolerate',
  );
  return (
    <ReasonDialog
      title={`What becomes of ${service.title}?`}
      text={adviceMeanings[advice]}
      confirm="Record the decision"
      onClose={onClose}
      onConfirm={async reason => {
        await api.decide({ entityRef: service.entityRef, advice, reason });
        onChanged();
      }}
    >
      <Select
        label="Decision"
        options={advices.map(id => ({ id, label: adviceTitles[id] }))}
        value={advice}
        onChange={key =>
          setAdvice(advices.find(each => each === key) ?? advice)
        }
      />
    </ReasonDialog>
  );
}
