import { Select, TextField } from '@backstage/ui';
import {
  partStyles as styles,
  ScopePicker,
  unitName,
  useMetricDefinitions,
} from '@portal/plugin-metrics-react';
import type { BenefitDraft } from './benefitDraft';

const scopeKinds = ['group', 'domain', 'system', 'component'] as const;
const kinds: Array<{ id: BenefitDraft['kind']; label: string }> = [
  { id: 'none', label: 'Nothing that is measured' },
  { id: 'metric', label: 'A figure that changes' },
  { id: 'money', label: 'Money every year' },
];

type FieldsProps = {
  draft: BenefitDraft;
  onChange: (change: Partial<BenefitDraft>) => void;
};

function MetricFields({ draft, onChange }: FieldsProps) {
  const { result } = useMetricDefinitions();
  const metrics =
    result.state === 'ready'
      ? [...result.value].sort((one, other) =>
          one.title.localeCompare(other.title),
        )
      : [];
  const unit = metrics.find(({ id }) => id === draft.metricId)?.unit;
  const inUnit = unit ? `, in ${unitName(unit)}` : '';
  return (
    <>
      <Select
        label="Figure that should change"
        options={metrics.map(({ id, title }) => ({ id, label: title }))}
        search={{ placeholder: 'Search figures' }}
        value={draft.metricId || null}
        onChange={key => onChange({ metricId: String(key ?? '') })}
      />
      <ScopePicker
        label="Of whom"
        scope={draft.scope}
        kinds={scopeKinds}
        onSelect={scope => onChange({ scope })}
      />
      <div className={styles.row}>
        <TextField
          label={`From${inUnit}`}
          inputMode="decimal"
          value={draft.baseline}
          onChange={baseline => onChange({ baseline })}
        />
        <TextField
          label={`To${inUnit}`}
          inputMode="decimal"
          value={draft.target}
          onChange={target => onChange({ target })}
        />
      </div>
    </>
  );
}

function MoneyFields({ draft, onChange }: FieldsProps) {
  return (
    <>
      <div className={styles.row}>
        <TextField
          label="A year, in the currency of the budget"
          inputMode="decimal"
          value={draft.perYear}
          onChange={perYear => onChange({ perYear })}
          placeholder="250000"
        />
        <TextField
          label="Of that there is already"
          inputMode="decimal"
          value={draft.achieved}
          onChange={achieved => onChange({ achieved })}
        />
      </div>
      <TextField
        label="How it is measured"
        value={draft.measure}
        onChange={measure => onChange({ measure })}
        placeholder="Calls that are not made any more, times what a call costs"
      />
    </>
  );
}

/** What an initiative should bring, and how that is measured. */
export function BenefitFields({ draft, onChange }: FieldsProps) {
  return (
    <>
      <Select
        label="What it should bring"
        options={kinds}
        value={draft.kind}
        onChange={key =>
          onChange({ kind: kinds.find(({ id }) => id === key)?.id ?? 'none' })
        }
      />
      {draft.kind === 'metric' ? (
        <MetricFields draft={draft} onChange={onChange} />
      ) : undefined}
      {draft.kind === 'money' ? (
        <MoneyFields draft={draft} onChange={onChange} />
      ) : undefined}
    </>
  );
}
