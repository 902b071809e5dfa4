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
} from '@backstage/ui';
import {
  triages,
  type Finding,
  type Triage,
} from '@portal/plugin-security-score-common';
import {
  formatNumber,
  partStyles,
  useSubmit,
} from '@portal/plugin-metrics-react';
import { securityScoreApiRef } from '../../api';
import { triageNames } from '../../words';

const needsReason: readonly Triage[] = ['not-affected', 'false-positive'];
const shortestReason = 10;

/** Says what findings are: all of them change, or none. */
export function TriageDialog(props: {
  findings: readonly Finding[];
  onClose: () => void;
  onDone: () => void;
}) {
  const { findings, onClose, onDone } = props;
  const api = useApi(securityScoreApiRef);
  const [triage, setTriage] = useState<Triage>('confirmed');
  const [reason, setReason] = useState('');
  const { isPending, problem, setProblem, submit } = useSubmit();
  const send = () => {
    if (needsReason.includes(triage) && reason.trim().length < shortestReason) {
      setProblem(
        `Say why in ${shortestReason} characters or more: it takes findings out of the score.`,
      );
      return;
    }
    submit(async () => {
      await api.triageFindings({
        ids: findings.map(({ id }) => id),
        triage,
        reason: reason.trim() || undefined,
      });
      onClose();
      onDone();
    });
  };
  return (
    <Dialog
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
      width="min(32rem, 100%)"
    >
      <DialogHeader>
        Triage{' '}
        {findings.length === 1
          ? findings[0].name
          : `${formatNumber(findings.length)} findings`}
      </DialogHeader>
      <DialogBody>
        <div className={partStyles.dialog}>
          {problem ? (
            <Alert role="alert" status="danger" icon title={problem} />
          ) : undefined}
          <Select
            label="What is it?"
            options={triages.map(value => ({
              value,
              label: triageNames[value],
            }))}
            value={triage}
            onChange={key => setTriage(key as Triage)}
          />
          <TextAreaField
            label={
              needsReason.includes(triage) ? 'Reason' : 'Reason (not required)'
            }
            value={reason}
            onChange={setReason}
            rows={3}
          />
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button isPending={isPending} onPress={send}>
          Save
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
