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
import {
  debtKindTitles,
  type DebtInput,
  type DebtItem,
  type DebtKind,
} from '@portal/plugin-executive-common';
import {
  partStyles as styles,
  ScopePicker,
  useSubmit,
} from '@portal/plugin-metrics-react';
import { executiveApiRef } from '../../api';

type Draft = {
  title: string;
  componentRef: string;
  kind: DebtKind;
  interestHours: string;
  fixHours: string;
  note: string;
};

const componentKinds = ['component'] as const;
const debtKinds = Object.keys(debtKindTitles) as DebtKind[];

/** What is estimated; undefined where nothing is written. */
function hoursOf(text: string): number | undefined {
  return text.trim() ? Number(text) : undefined;
}

function explain(draft: Draft): string | undefined {
  if (!draft.title.trim()) {
    return 'Say what is owed.';
  }
  if (!draft.componentRef.startsWith('component:')) {
    return 'Choose the component that has the debt.';
  }
  const wrong = [draft.interestHours, draft.fixHours].find(
    text => text.trim() && !/^\d{1,6}(\.\d+)?$/.test(text.trim()),
  );
  return wrong === undefined
    ? undefined
    : `"${wrong}" is no number of hours; write a number such as 8 or 2.5, or nothing where it is not estimated.`;
}

function inputOf(draft: Draft): DebtInput {
  return {
    title: draft.title.trim(),
    componentRef: draft.componentRef,
    kind: draft.kind,
    interestHours: hoursOf(draft.interestHours),
    fixHours: hoursOf(draft.fixHours),
    note: draft.note.trim() || undefined,
  };
}

/** Writes something into the register of debt, or changes what is written there. */
export function DebtDialog(props: {
  item?: DebtItem;
  onClose: () => void;
  onChanged: () => void;
}) {
  const { item, onClose, onChanged } = props;
  const api = useApi(executiveApiRef);
  const [draft, setDraft] = useState<Draft>({
    title: item?.title ?? '',
    componentRef: item?.componentRef ?? '',
    kind: item?.kind ?? 'code',
    interestHours: String(item?.interestHours ?? ''),
    fixHours: String(item?.fixHours ?? ''),
    note: item?.note ?? '',
  });
  const { isPending, problem, setProblem, submit } = useSubmit();
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
      if (item) {
        await api.changeDebt({
          ...input,
          id: item.id,
          revision: item.revision,
          paidOn: item.paidOn,
        });
      } else {
        await api.createDebt(input);
      }
      onChanged();
      onClose();
    });
  };
  return (
    <Dialog
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
      width="min(34rem, 100%)"
    >
      <DialogHeader>
        {item ? `Change ${item.title}` : 'Write down debt'}
      </DialogHeader>
      <DialogBody>
        <div className={styles.dialog}>
          {problem ? (
            <Alert role="alert" status="danger" icon title={problem} />
          ) : undefined}
          <TextField
            label="What is owed"
            value={draft.title}
            onChange={title => set({ title })}
            placeholder="Nightly batch can not be run twice"
          />
          <ScopePicker
            label="Component"
            scope={draft.componentRef}
            kinds={componentKinds}
            withEverything={false}
            onSelect={componentRef => set({ componentRef })}
          />
          <div className={styles.row}>
            <div className={styles.select}>
              <Select
                label="Kind"
                options={debtKinds.map(id => ({
                  id,
                  label: debtKindTitles[id],
                }))}
                value={draft.kind}
                onChange={key =>
                  set({ kind: debtKinds.find(each => each === key) ?? 'code' })
                }
              />
            </div>
            <TextField
              label="Costs a month, in hours"
              inputMode="decimal"
              value={draft.interestHours}
              onChange={interestHours => set({ interestHours })}
              placeholder="8"
            />
            <TextField
              label="To be rid of it, in hours"
              inputMode="decimal"
              value={draft.fixHours}
              onChange={fixHours => set({ fixHours })}
              placeholder="40"
            />
          </div>
          <TextAreaField
            label="Note (not required)"
            value={draft.note}
            onChange={note => set({ note })}
            rows={2}
          />
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button isPending={isPending} onPress={save}>
          {item ? 'Save' : 'Write down'}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
