import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Select,
  TextAreaField,
  TextField,
} from '@backstage/ui';
import type { Goal, GoalsAnswer } from '@portal/plugin-executive-common';
import {
  partStyles as styles,
  ScopePicker,
  unitName,
  useSubmit,
} from '@portal/plugin-metrics-react';
import { executiveApiRef } from '../../api';
import {
  draftOfGoal,
  explainGoal,
  inputOfGoal,
  type GoalDraft,
} from './goalDraft';

const kinds = ['group', 'domain', 'system', 'component'] as const;

/** Writes a goal down, changes it or takes it away. */
export function GoalDialog(props: {
  answer: GoalsAnswer;
  goal?: Goal;
  onClose: () => void;
  onChanged: () => void;
}) {
  const { answer, goal, onClose, onChanged } = props;
  const { context, metrics } = answer;
  const api = useApi(executiveApiRef);
  const [draft, setDraft] = useState(() => draftOfGoal(goal, context.node.ref));
  const { isPending, problem, setProblem, submit } = useSubmit();
  const set = (change: Partial<GoalDraft>) =>
    setDraft(current => ({ ...current, ...change }));
  const unit = metrics.find(({ id }) => id === draft.metricId)?.unit;
  const inUnit = unit ? `, in ${unitName(unit)}` : '';
  const finish = (change: () => Promise<unknown>) =>
    submit(async () => {
      await change();
      onChanged();
      onClose();
    });
  const save = () => {
    const wrong = explainGoal(draft);
    if (wrong) {
      setProblem(wrong);
      return;
    }
    const input = inputOfGoal(draft, context.day, goal);
    finish(() =>
      goal
        ? api.changeGoal({
            ...input,
            baseline: input.baseline ?? goal.baseline,
            revision: goal.revision,
          })
        : api.createGoal(input),
    );
  };
  return (
    <Dialog
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
      width="min(36rem, 100%)"
    >
      <DialogHeader>{goal ? `Change ${goal.name}` : 'New goal'}</DialogHeader>
      <DialogBody>
        <div className={styles.dialog}>
          {problem ? (
            <Alert role="alert" status="danger" icon title={problem} />
          ) : undefined}
          <TextField
            label="Name"
            value={draft.name}
            onChange={name => set({ name })}
            placeholder="Booking delivers every day"
          />
          <Select
            label="Figure that should change"
            options={metrics.map(({ id, title }) => ({ id, label: title }))}
            search={{ placeholder: 'Search figures' }}
            value={draft.metricId || null}
            onChange={key => set({ metricId: String(key ?? '') })}
          />
          <ScopePicker
            label="Of whom"
            scope={draft.scope}
            kinds={kinds}
            onSelect={scope => set({ scope })}
          />
          <div className={styles.row}>
            <TextField
              label={`Target${inUnit}`}
              inputMode="decimal"
              value={draft.target}
              onChange={target => set({ target })}
            />
            <TextField
              label={`Begins at${inUnit}`}
              description={goal ? undefined : 'Empty: where it is today.'}
              inputMode="decimal"
              value={draft.baseline}
              onChange={baseline => set({ baseline })}
            />
            <TextField
              label="Until"
              placeholder="2027-06-30"
              value={draft.due}
              onChange={due => set({ due })}
            />
          </div>
          <TextField
            label="Who answers for it"
            description="A group or a person, as in group:default/payments."
            value={draft.owner}
            onChange={owner => set({ owner })}
          />
          <TextAreaField
            label="Note (not required)"
            value={draft.note}
            onChange={note => set({ note })}
            rows={2}
          />
        </div>
      </DialogBody>
      <DialogFooter>
        {goal ? (
          <Button
            variant="tertiary"
            onPress={() =>
              finish(() =>
                api.removeOwned({
                  kind: 'goals',
                  id: goal.id,
                  revision: goal.revision,
                }),
              )
            }
          >
            Take it away
          </Button>
        ) : undefined}
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button isPending={isPending} onPress={save}>
          {goal ? 'Save' : 'Set goal'}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
