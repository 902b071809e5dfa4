import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  Checkbox,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  TextField,
} from '@backstage/ui';
import {
  reportPages,
  type NodeQuery,
  type Pack,
  type PackInput,
} from '@portal/plugin-executive-common';
import {
  partStyles as styles,
  ScopePicker,
  useSubmit,
} from '@portal/plugin-metrics-react';
import { executiveApiRef } from '../../api';
import { reportPageWords } from './reportWords';
import view from './Reports.module.css';

type Draft = Omit<PackInput, 'dayOfMonth' | 'recipients'> & {
  dayOfMonth: string;
  recipients: string;
};

function explain(draft: Draft, recipients: readonly string[]) {
  if (!draft.title.trim()) {
    return 'Give the pack a name.';
  }
  if (draft.pages.length === 0) {
    return 'Choose at least one page.';
  }
  const day = Number(draft.dayOfMonth);
  if (!Number.isInteger(day) || day < 1 || day > 28) {
    return `The day is "${draft.dayOfMonth}"; give one that every month has, from 1 to 28.`;
  }
  const wrong = recipients.find(
    ref => !/^(group|user):[^:/\s]+\/[^:/\s]+$/.test(ref),
  );
  if (wrong !== undefined) {
    return `"${wrong}" is nobody; name groups or people as in group:default/executives.`;
  }
  return recipients.length > 0 ? undefined : 'Say who is told.';
}

/** A short id that no other pack has. */
function newId(title: string): string {
  const words = title
    .toLocaleLowerCase('en-US')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  return `${words || 'pack'}-${Date.now().toString(36)}`;
}

/** Makes or changes a pack: which pages, of what, when and for whom. */
export function PackDialog(props: {
  pack?: Pack;
  query: NodeQuery;
  onClose: () => void;
  onChanged: () => void;
}) {
  const { pack, query, onClose, onChanged } = props;
  const api = useApi(executiveApiRef);
  const [draft, setDraft] = useState<Draft>(() => ({
    id: pack?.id ?? '',
    title: pack?.title ?? '',
    pages: pack?.pages ?? ['questions', 'portfolio', 'investment'],
    query: pack?.query ?? { node: query.node, hierarchy: query.hierarchy },
    dayOfMonth: String(pack?.dayOfMonth ?? 1),
    recipients: pack?.recipients.join(', ') ?? '',
  }));
  const { isPending, problem, setProblem, submit } = useSubmit();
  const set = (change: Partial<Draft>) =>
    setDraft(current => ({ ...current, ...change }));
  const save = () => {
    const recipients = draft.recipients
      .split(',')
      .map(text => text.trim())
      .filter(Boolean);
    const wrong = explain(draft, recipients);
    if (wrong) {
      setProblem(wrong);
      return;
    }
    submit(async () => {
      await api.savePack({
        ...draft,
        id: draft.id || newId(draft.title),
        title: draft.title.trim(),
        dayOfMonth: Number(draft.dayOfMonth),
        recipients,
        revision: pack?.revision ?? 0,
      });
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
      <DialogHeader>{pack ? `Change ${pack.title}` : 'New pack'}</DialogHeader>
      <DialogBody>
        <div className={styles.dialog}>
          {problem ? (
            <Alert role="alert" status="danger" icon title={problem} />
          ) : undefined}
          <TextField
            label="Name"
            value={draft.title}
            onChange={title => set({ title })}
            placeholder="Monthly pack for the board"
          />
          <ScopePicker
            label="Of"
            scope={draft.query.node ?? 'everything'}
            onSelect={node => set({ query: { ...draft.query, node } })}
          />
          <div className={view.pages} role="group" aria-label="Pages">
            {reportPages.map(page => (
              <Checkbox
                key={page}
                isSelected={draft.pages.includes(page)}
                onChange={isIn =>
                  set({
                    pages: reportPages.filter(each =>
                      each === page ? isIn : draft.pages.includes(each),
                    ),
                  })
                }
              >
                {reportPageWords[page]}
              </Checkbox>
            ))}
          </div>
          <TextField
            label="Day of the month"
            inputMode="numeric"
            value={draft.dayOfMonth}
            onChange={dayOfMonth => set({ dayOfMonth: dayOfMonth.trim() })}
          />
          <TextField
            label="Who is told"
            description="Groups and people, with commas between them. Who may not read the node can not open the pack."
            value={draft.recipients}
            onChange={recipients => set({ recipients })}
            placeholder="group:default/executives"
          />
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button isPending={isPending} onPress={save}>
          {pack ? 'Save' : 'Create pack'}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
