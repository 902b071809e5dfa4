import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  TextAreaField,
  TextField,
} from '@backstage/ui';
import type {
  HealthFormula,
  HealthPillar,
} from '@portal/plugin-executive-common';
import type { RegisteredMetric } from '@portal/plugin-metrics-common';
import {
  partStyles as styles,
  unitName,
  useSubmit,
} from '@portal/plugin-metrics-react';
import { executiveApiRef } from '../../api';

type Metrics = Map<string, RegisteredMetric>;
type Draft = Array<{
  weight: string;
  checks: Array<{ target: string; floor: string }>;
}>;

function draftOf({ pillars }: HealthFormula): Draft {
  return pillars.map(({ weight, checks }) => ({
    weight: String(weight),
    checks: checks.map(({ target, floor }) => ({
      target: String(target),
      floor: String(floor),
    })),
  }));
}

function read(text: string): number | undefined {
  return /^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : undefined;
}

/** The pillars that were typed, or what is wrong with them. */
function pillarsOf(
  formula: HealthFormula,
  draft: Draft,
): HealthPillar[] | string {
  const pillars: HealthPillar[] = [];
  for (const [index, pillar] of formula.pillars.entries()) {
    const weight = read(draft[index].weight);
    if (weight === undefined || weight < 0) {
      return `The weight of ${pillar.title} is "${draft[index].weight}"; give a number from 0 on.`;
    }
    const checks = pillar.checks.map((check, place) => ({
      ...check,
      target: read(draft[index].checks[place].target) ?? NaN,
      floor: read(draft[index].checks[place].floor) ?? NaN,
    }));
    const wrong = checks.find(
      ({ target, floor }) => Number.isNaN(target) || Number.isNaN(floor),
    );
    if (wrong) {
      return `${pillar.title}: the limits of ${wrong.metricId} are to be numbers, such as 0.15.`;
    }
    pillars.push({ ...pillar, weight, checks });
  }
  return pillars;
}

/** Changes weights and limits; makes a new version with its reason. */
export function FormulaDialog(props: {
  formula: HealthFormula;
  metrics: Metrics;
  onClose: () => void;
  onChanged: () => void;
}) {
  const { formula, metrics, onClose, onChanged } = props;
  const api = useApi(executiveApiRef);
  const [draft, setDraft] = useState(() => draftOf(formula));
  const [reason, setReason] = useState('');
  const { isPending, problem, setProblem, submit } = useSubmit();
  const setPillar = (index: number, change: Partial<Draft[number]>) =>
    setDraft(current =>
      current.map((each, place) =>
        place === index ? { ...each, ...change } : each,
      ),
    );
  const setCheck = (
    index: number,
    check: number,
    change: Partial<Draft[number]['checks'][number]>,
  ) =>
    setPillar(index, {
      checks: draft[index].checks.map((each, place) =>
        place === check ? { ...each, ...change } : each,
      ),
    });
  const save = () => {
    const pillars = pillarsOf(formula, draft);
    if (typeof pillars === 'string') {
      setProblem(pillars);
    } else if (!reason.trim()) {
      setProblem('Say why first: whoever compares two days wants to know.');
    } else {
      submit(async () => {
        await api.changeFormula({
          version: formula.version,
          pillars,
          reason: reason.trim(),
        });
        onChanged();
        onClose();
      });
    }
  };
  return (
    <Dialog
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
      width="min(44rem, 100%)"
    >
      <DialogHeader>Change what is expected</DialogHeader>
      <DialogBody>
        <div className={styles.dialog}>
          {problem ? (
            <Alert role="alert" status="danger" icon title={problem} />
          ) : undefined}
          <p className={styles.text}>
            It makes version {formula.version + 1}. Days that are over stay as
            they were judged.
          </p>
          {formula.pillars.map((pillar, index) => (
            <fieldset key={pillar.id} className={styles.item}>
              <legend className={styles.strong}>{pillar.title}</legend>
              <TextField
                label="Weight"
                inputMode="decimal"
                value={draft[index].weight}
                onChange={weight => setPillar(index, { weight })}
              />
              {pillar.checks.map((check, place) => {
                const metric = metrics.get(check.metricId);
                const unit =
                  check.of === 'change' || !metric
                    ? 'share'
                    : unitName(metric.unit);
                const name = `${metric?.title ?? check.metricId}${
                  check.of === 'change' ? ', change' : ''
                }`;
                return (
                  <div
                    key={`${check.metricId} ${check.of}`}
                    className={styles.row}
                  >
                    <TextField
                      label={`${name}: target (${unit})`}
                      inputMode="decimal"
                      value={draft[index].checks[place].target}
                      onChange={target => setCheck(index, place, { target })}
                    />
                    <TextField
                      label={`${name}: floor (${unit})`}
                      inputMode="decimal"
                      value={draft[index].checks[place].floor}
                      onChange={floor => setCheck(index, place, { floor })}
                    />
                  </div>
                );
              })}
            </fieldset>
          ))}
          <TextAreaField
            label="Reason"
            value={reason}
            onChange={setReason}
            rows={2}
          />
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button isPending={isPending} onPress={save}>
          Make the version
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
