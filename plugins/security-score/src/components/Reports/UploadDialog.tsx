import { useId, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  TextField,
} from '@backstage/ui';
import type { ReportReceipt } from '@portal/plugin-security-score-common';
import {
  formatNumber,
  partStyles,
  ScopePicker,
  useSubmit,
} from '@portal/plugin-metrics-react';
import { securityScoreApiRef } from '../../api';
import { outcomeNames } from '../../words';

const kinds = ['component'] as const;

function describe(receipt: ReportReceipt): string {
  return `${outcomeNames[receipt.outcome]}, as ${receipt.tool}: ${formatNumber(
    receipt.findings,
  )} findings, ${formatNumber(receipt.opened)} opened, ${formatNumber(
    receipt.closed,
  )} fixed, ${formatNumber(receipt.reopened)} opened again, ${formatNumber(
    receipt.components,
  )} components.${
    receipt.rejected > 0
      ? ` ${formatNumber(receipt.rejected)} entries could not be taken.`
      : ''
  }`;
}

/** Brings a report in, and says what became of it. */
export function UploadDialog(props: {
  onClose: () => void;
  onSent: () => void;
}) {
  const { onClose, onSent } = props;
  const api = useApi(securityScoreApiRef);
  const id = useId();
  const [file, setFile] = useState<File>();
  const [entityRef, setEntityRef] = useState('');
  const [scope, setScope] = useState('');
  const [receipt, setReceipt] = useState<ReportReceipt>();
  const { isPending, problem, setProblem, submit } = useSubmit();
  const send = () => {
    if (!file || !entityRef.startsWith('component:')) {
      setProblem(
        file ? 'Choose the service it is about.' : 'Choose a file first.',
      );
      return;
    }
    submit(async () => {
      setReceipt(
        await api.sendReport({
          entityRef,
          file,
          scope: scope.trim() || undefined,
        }),
      );
      onSent();
    });
  };
  return (
    <Dialog
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
      width="min(36rem, 100%)"
    >
      <DialogHeader>Upload a report</DialogHeader>
      <DialogBody>
        <div className={partStyles.dialog}>
          {problem ? (
            <Alert role="alert" status="danger" icon title={problem} />
          ) : undefined}
          {receipt ? (
            <>
              <Alert
                role="status"
                status={
                  receipt.rejected > 0 || receipt.outcome !== 'complete'
                    ? 'warning'
                    : 'success'
                }
                icon
                title={describe(receipt)}
              />
              {receipt.notes.map(note => (
                <p key={note} className={partStyles.text}>
                  {note}
                </p>
              ))}
            </>
          ) : (
            <>
              <ScopePicker
                scope={entityRef}
                label="Service"
                kinds={kinds}
                withEverything={false}
                onSelect={setEntityRef}
              />
              <div>
                <label htmlFor={`${id}-file`} className={partStyles.name}>
                  Report (of any tool that is read, also as gzip)
                </label>
                <div>
                  <input
                    id={`${id}-file`}
                    type="file"
                    accept=".json,.sarif,.xml,.gz,.ndjson"
                    onChange={event => setFile(event.target.files?.[0])}
                  />
                </div>
              </div>
              <TextField
                label="Scope (not required)"
                description="Tells scans of one tool apart, such as two folders. An image is one by itself."
                value={scope}
                onChange={setScope}
              />
            </>
          )}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {receipt ? 'Close' : 'Cancel'}
        </Button>
        {receipt ? undefined : (
          <Button isPending={isPending} onPress={send}>
            Upload
          </Button>
        )}
      </DialogFooter>
    </Dialog>
  );
}
