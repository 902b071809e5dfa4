import { useMemo, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  Checkbox,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Select,
  TextField,
} from '@backstage/ui';
import {
  budgetPeriods,
  type Budget,
  type BudgetInput,
} from '@portal/plugin-finops-common';
import { everything } from '@portal/plugin-metrics-common';
import {
  ScopePicker,
  partStyles as styles,
  useSubmit,
} from '@portal/plugin-metrics-react';
import { finopsApiRef } from '../../api';
import { useCostValues } from '../../hooks';
import {
  daysOfPeriod,
  scopeKinds,
  shownMetrics,
  todayInUtc,
} from '../../selection';
import { metricWords } from '../../words';

const all = 'all of them';
const parts = ['environment', 'provider', 'serviceCategory'] as const;
const partNames = {
  environment: 'Only in the environment',
  provider: 'Only of the provider',
  serviceCategory: 'Only of the service category',
};
const periodNames = { month: 'Each month', year: 'Each fiscal year' };

/** What people type, before it is a budget. */
type Draft = {
  title: string;
  scope: string;
  environment: string;
  provider: string;
  serviceCategory: string;
  /** Everything: whoever owns the scope. */
  owner: string;
  metric: BudgetInput['metric'];
  period: BudgetInput['period'];
  amount: string;
  currency: string;
  thresholds: string;
  alertOnForecast: boolean;
};

function draftOf(budget: Budget | undefined, currency: string): Draft {
  return {
    title: budget?.title ?? '',
    scope: budget?.slice.scope ?? everything,
    environment: budget?.slice.environment ?? '',
    provider: budget?.slice.provider ?? '',
    serviceCategory: budget?.slice.serviceCategory ?? '',
    owner: budget?.owner ?? '',
    metric: budget?.metric ?? 'BilledCost',
    period: budget?.period ?? 'month',
    amount: budget?.amount ?? '',
    currency: budget?.currency ?? currency,
    thresholds: (budget?.thresholds ?? [0.5, 0.8, 1])
      .map(share => Math.round(share * 1000) / 10)
      .join(', '),
    alertOnForecast: budget?.alertOnForecast ?? true,
  };
}

function explain(draft: Draft): string | undefined {
  if (!draft.title.trim()) {
    return 'Give the budget a name.';
  }
  if (!/^\d+(\.\d+)?$/.test(draft.amount.trim()) || Number(draft.amount) <= 0) {
    return `The amount is "${draft.amount}"; give a number above 0, such as 12000 or 12000.50.`;
  }
  if (!/^[A-Z]{3}$/.test(draft.currency.trim())) {
    return 'Give the currency by its three letters, such as EUR.';
  }
  if (
    draft.owner.trim() &&
    !/^(group|user):[^:/\s]+\/[^:/\s]+$/.test(draft.owner.trim())
  ) {
    return `The owner is "${draft.owner}"; name a group or a person as in group:default/payments.`;
  }
  const shares = draft.thresholds.split(',').map(Number);
  return shares.every(share => share > 0 && share <= 1000)
    ? undefined
    : 'Give the shares at which people are told as percentages, such as 50, 80, 100.';
}

function inputOf(draft: Draft): BudgetInput {
  return {
    title: draft.title.trim(),
    slice: {
      scope: draft.scope,
      environment: draft.environment || undefined,
      provider: draft.provider || undefined,
      serviceCategory: draft.serviceCategory || undefined,
    },
    metric: draft.metric,
    period: draft.period,
    amount: draft.amount.trim(),
    currency: draft.currency.trim(),
    thresholds: [
      ...new Set(draft.thresholds.split(',').map(text => Number(text) / 100)),
    ].sort((one, other) => one - other),
    alertOnForecast: draft.alertOnForecast,
    owner: draft.owner.trim() || undefined,
  };
}

/** Makes or changes a budget. */
export function BudgetDialog(props: {
  budget?: Budget;
  /** For a new one. */
  currency: string;
  onClose: () => void;
  onChanged: () => void;
}) {
  const { budget, currency, onClose, onChanged } = props;
  const api = useApi(finopsApiRef);
  const [draft, setDraft] = useState(() => draftOf(budget, currency));
  const { isPending, problem, setProblem, submit } = useSubmit();
  const days = useMemo(
    () => daysOfPeriod({ kind: '12-months' }, todayInUtc()),
    [],
  );
  const values = useCostValues({ scope: draft.scope, ...days });
  const set = (change: Partial<Draft>) =>
    setDraft(current => ({ ...current, ...change }));
  const save = () => {
    const wrong = explain(draft);
    if (wrong) {
      setProblem(wrong);
      return;
    }
    submit(async () => {
      const input = inputOf(draft);
      if (budget) {
        await api.updateBudget({ id: budget.id, input });
      } else {
        await api.createBudget(input);
      }
      onChanged();
      onClose();
    });
  };
  return (
    <Dialog
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
      width="min(36rem, 100%)"
    >
      <DialogHeader>
        {budget ? `Change ${budget.title}` : 'New budget'}
      </DialogHeader>
      <DialogBody>
        <div className={styles.dialog}>
          {problem ? (
            <Alert role="alert" status="danger" icon title={problem} />
          ) : undefined}
          <TextField
            label="Name"
            value={draft.title}
            onChange={title => set({ title })}
            placeholder="Checkout in production"
          />
          <ScopePicker
            label="Whose cost"
            scope={draft.scope}
            kinds={scopeKinds}
            onSelect={scope => set({ scope })}
          />
          <div className={styles.row}>
            <TextField
              label="Amount"
              value={draft.amount}
              inputMode="decimal"
              onChange={amount => set({ amount })}
              placeholder="12000"
            />
            <TextField
              label="Currency"
              value={draft.currency}
              onChange={text => set({ currency: text.toUpperCase() })}
            />
            <div className={styles.select}>
              <Select
                label="For"
                options={budgetPeriods.map(id => ({
                  id,
                  label: periodNames[id],
                }))}
                value={draft.period}
                onChange={key =>
                  set({
                    period: budgetPeriods.find(each => each === key) ?? 'month',
                  })
                }
              />
            </div>
            <div className={styles.select}>
              <Select
                label="Which cost"
                options={shownMetrics.map(id => ({
                  id,
                  label: metricWords[id].name,
                }))}
                value={draft.metric}
                onChange={key =>
                  set({
                    metric:
                      shownMetrics.find(each => each === key) ?? 'BilledCost',
                  })
                }
              />
            </div>
          </div>
          <div className={styles.row}>
            {parts.map(part => (
              <div key={part} className={styles.select}>
                <Select
                  label={partNames[part]}
                  options={[
                    { id: all, label: 'All' },
                    ...[
                      ...new Set([
                        ...(values?.[part] ?? []),
                        ...(draft[part] ? [draft[part]] : []),
                      ]),
                    ]
                      .sort((one, other) => one.localeCompare(other))
                      .map(name => ({ id: name, label: name })),
                  ]}
                  value={draft[part] || all}
                  onChange={key =>
                    set({ [part]: key === all ? '' : String(key) })
                  }
                />
              </div>
            ))}
          </div>
          <TextField
            label="Owner"
            description="Who is told. Left empty: the team above, or whoever owns what it is about."
            value={draft.owner}
            onChange={owner => set({ owner })}
            placeholder="group:default/payments"
          />
          <TextField
            label="Tell the owner at (percent of the amount)"
            value={draft.thresholds}
            onChange={thresholds => set({ thresholds })}
          />
          <Checkbox
            isSelected={draft.alertOnForecast}
            onChange={alertOnForecast => set({ alertOnForecast })}
          >
            Also tell the owner when it is expected to go over
          </Checkbox>
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button isPending={isPending} onPress={save}>
          {budget ? 'Save' : 'Create budget'}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
