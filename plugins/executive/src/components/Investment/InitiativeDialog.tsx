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
import type { Initiative } from '@portal/plugin-executive-common';
import { partStyles as styles, useSubmit } from '@portal/plugin-metrics-react';
import { executiveApiRef } from '../../api';
import { BenefitFields } from './BenefitFields';
import {
  draftOfInitiative,
  explainInitiative,
  inputOfInitiative,
  type InitiativeDraft,
} from './initiativeDraft';

/** Makes or changes an initiative. */
export function InitiativeDialog(props: {
  initiative?: Initiative;
  /** For a new one. */
  currency: string;
  onClose: () => void;
  onChanged: () => void;
}) {
  const { initiative, currency, onClose, onChanged } = props;
  const api = useApi(executiveApiRef);
  const [draft, setDraft] = useState(() =>
    draftOfInitiative(initiative, currency),
  );
  const { isPending, problem, setProblem, submit } = useSubmit();
  const set = (change: Partial<InitiativeDraft>) =>
    setDraft(current => ({ ...current, ...change }));
  const save = () => {
    const wrong = explainInitiative(draft);
    if (wrong) {
      setProblem(wrong);
      return;
    }
    submit(async () => {
      const input = inputOfInitiative(draft, initiative);
      if (initiative) {
        await api.changeInitiative({
          ...input,
          revision: initiative.revision,
        });
      } else {
        await api.createInitiative(input);
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
        {initiative ? `Change ${initiative.name}` : 'New initiative'}
      </DialogHeader>
      <DialogBody>
        <div className={styles.dialog}>
          {problem ? (
            <Alert role="alert" status="danger" icon title={problem} />
          ) : undefined}
          <TextField
            label="Name"
            value={draft.name}
            onChange={name => set({ name })}
            placeholder="One checkout for all countries"
          />
          <TextAreaField
            label="What it is for (not required)"
            value={draft.description}
            onChange={description => set({ description })}
            rows={2}
          />
          <TextField
            label="Sponsor"
            description="A group or a person, as in group:default/payments."
            value={draft.sponsor}
            onChange={sponsor => set({ sponsor })}
            placeholder="group:default/customer-and-commerce"
          />
          <TextField
            label="Systems"
            description="Whose cost counts, and how much of it: system:default/booking 50%, system:default/rating"
            value={draft.systems}
            onChange={systems => set({ systems })}
          />
          <TextField
            label="Teams"
            description="Whose people work on it, and how much of their time: group:default/booking 40%"
            value={draft.teams}
            onChange={teams => set({ teams })}
          />
          <div className={styles.row}>
            <TextField
              label="First day"
              placeholder="2026-01-31"
              value={draft.start}
              onChange={start => set({ start })}
            />
            <TextField
              label="Day it ends"
              placeholder="2026-01-31"
              value={draft.end}
              onChange={end => set({ end })}
            />
            <TextField
              label="Budget"
              value={draft.amount}
              inputMode="decimal"
              onChange={amount => set({ amount })}
              placeholder="120000"
            />
            <TextField
              label="Currency"
              value={draft.currency}
              onChange={text => set({ currency: text.toUpperCase() })}
            />
          </div>
          <BenefitFields
            draft={draft.benefit}
            onChange={change =>
              set({ benefit: { ...draft.benefit, ...change } })
            }
          />
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button isPending={isPending} onPress={save}>
          {initiative ? 'Save' : 'Create initiative'}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
