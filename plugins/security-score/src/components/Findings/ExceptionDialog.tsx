import { useId, useState } from 'react';
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
import type { Finding } from '@portal/plugin-security-score-common';
import {
  formatNumber,
  partStyles,
  useSubmit,
} from '@portal/plugin-metrics-react';
import { securityScoreApiRef } from '../../api';

const day = 86_400_000;
const usualDays = 90;

function inDays(days: number): string {
  return new Date(Date.now() + days * day).toISOString().slice(0, 10);
}

/** Asks that the risk of findings of one service is accepted for a time. */
export function ExceptionDialog(props: {
  findings: ReadonlyArray<Pick<Finding, 'id' | 'name'>>;
  /** The exception that this one follows. */
  renews?: string;
  reason?: string;
  onClose: () => void;
  onDone: () => void;
}) {
  const { findings, renews, onClose, onDone } = props;
  const api = useApi(securityScoreApiRef);
  const id = useId();
  const [reason, setReason] = useState(props.reason ?? '');
  const [evidence, setEvidence] = useState('');
  const [until, setUntil] = useState(() => inDays(usualDays));
  const { isPending, problem, setProblem, submit } = useSubmit();
  const send = () => {
    if (!reason.trim()) {
      setProblem('Say why first: who decides on it wants to know.');
      return;
    }
    if (!(Date.parse(until) > Date.now())) {
      setProblem('The day it ends lies ahead, at most a year.');
      return;
    }
    submit(async () => {
      await api.proposeException({
        findingIds: findings.map(finding => finding.id),
        reason: reason.trim(),
        evidence: evidence.trim() || undefined,
        expiresAt: new Date(Date.parse(until)).toISOString(),
        renews,
      });
      onClose();
      onDone();
    });
  };
  return (
    <Dialog
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
      width="min(34rem, 100%)"
    >
      <DialogHeader>
        {renews ? 'Renew the exception' : 'Propose an exception'}
      </DialogHeader>
      <DialogBody>
        <div className={partStyles.dialog}>
          {problem ? (
            <Alert role="alert" status="danger" icon title={problem} />
          ) : undefined}
          <p className={partStyles.text}>
            For{' '}
            {findings.length === 1
              ? findings[0].name
              : `${formatNumber(findings.length)} findings`}
            . Somebody of the security officers decides; until then nothing
            changes. On the day it ends the findings are open again.
          </p>
          <TextAreaField
            label="Reason"
            value={reason}
            onChange={setReason}
            rows={3}
          />
          <TextField
            label="Evidence (not required)"
            description="A link to what was agreed or tested."
            placeholder="https://"
            value={evidence}
            onChange={setEvidence}
          />
          <div>
            <label htmlFor={`${id}-until`} className={partStyles.name}>
              Ends on
            </label>
            <div>
              <input
                id={`${id}-until`}
                type="date"
                min={inDays(1)}
                max={inDays(365)}
                value={until}
                onChange={event => setUntil(event.target.value)}
              />
            </div>
          </div>
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button isPending={isPending} onPress={send}>
          Propose
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
