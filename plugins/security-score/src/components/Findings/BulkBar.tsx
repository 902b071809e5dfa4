import { useState } from 'react';
import { Button } from '@backstage/ui';
import type { Finding } from '@portal/plugin-security-score-common';
import { formatNumber, partStyles } from '@portal/plugin-metrics-react';
import styles from '../parts/security.module.css';
import { ExceptionDialog } from './ExceptionDialog';
import { TriageDialog } from './TriageDialog';

/** What can be done with the findings that are chosen. */
export function BulkBar(props: {
  findings: readonly Finding[];
  onClear: () => void;
  onDone: () => void;
}) {
  const { findings, onClear, onDone } = props;
  const [open, setOpen] = useState<'triage' | 'exception'>();
  const services = new Set(findings.map(({ entityRef }) => entityRef));
  const close = () => setOpen(undefined);
  return (
    <div className={styles.bar} role="group" aria-label="What is chosen">
      <span className={partStyles.name} role="status">
        {formatNumber(findings.length)} chosen
      </span>
      <Button onPress={() => setOpen('triage')}>Triage</Button>
      <Button
        variant="secondary"
        isDisabled={services.size !== 1}
        onPress={() => setOpen('exception')}
      >
        Propose an exception
      </Button>
      <Button variant="tertiary" onPress={onClear}>
        Choose none
      </Button>
      {services.size > 1 ? (
        <span className={partStyles.small}>
          An exception is for findings of one service.
        </span>
      ) : undefined}
      {open === 'triage' ? (
        <TriageDialog findings={findings} onClose={close} onDone={onDone} />
      ) : undefined}
      {open === 'exception' ? (
        <ExceptionDialog findings={findings} onClose={close} onDone={onDone} />
      ) : undefined}
    </div>
  );
}
