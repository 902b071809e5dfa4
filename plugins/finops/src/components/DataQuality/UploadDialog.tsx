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
import type { CostImportResult } from '@portal/plugin-finops-common';
import {
  formatNumber,
  formatRatio,
  partStyles as styles,
  useSubmit,
} from '@portal/plugin-metrics-react';
import { finopsApiRef } from '../../api';

import { Verdict } from './Verdict';

function describe(result: CostImportResult): string {
  if (result.duplicate) {
    return 'This file is here already. Nothing changed.';
  }
  const rejected =
    result.rejected > 0
      ? ` ${formatNumber(result.rejected)} rows could not be taken.`
      : '';
  return `${formatNumber(
    result.lines,
  )} lines were taken.${rejected} ${formatRatio(
    Number(result.verdict.conformance),
  )} of the rules of FOCUS hold.`;
}

/** Brings a file of cost in, and says what became of it. */
export function UploadDialog(props: {
  onClose: () => void;
  onImported: () => void;
}) {
  const { onClose, onImported } = props;
  const api = useApi(finopsApiRef);
  const id = useId();
  const [file, setFile] = useState<File>();
  const [source, setSource] = useState('upload');
  const [period, setPeriod] = useState('');
  const [result, setResult] = useState<CostImportResult>();
  const { isPending, problem, setProblem, submit } = useSubmit();
  const send = () => {
    if (!file) {
      setProblem('Choose a file first.');
      return;
    }
    if (period.trim() && !/^\d{4}-\d{2}(\s*,\s*\d{4}-\d{2})*$/.test(period)) {
      setProblem(
        `The months are "${period}"; write them as 2025-09, or 2025-09, 2025-10.`,
      );
      return;
    }
    submit(async () => {
      setResult(
        await api.importFile({
          file,
          source: source.trim() || undefined,
          period: period.replaceAll(/\s/g, '') || undefined,
          fileName: file.name,
        }),
      );
      onImported();
    });
  };
  return (
    <Dialog
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
      width="min(36rem, 100%)"
    >
      <DialogHeader>Upload a file of cost</DialogHeader>
      <DialogBody>
        <div className={styles.dialog}>
          {problem ? (
            <Alert role="alert" status="danger" icon title={problem} />
          ) : undefined}
          {result ? (
            <>
              <Alert
                role="status"
                status={result.rejected > 0 ? 'warning' : 'success'}
                icon
                title={describe(result)}
              />
              <Verdict verdict={result.verdict} />
            </>
          ) : (
            <>
              <div>
                <label htmlFor={`${id}-file`} className={styles.name}>
                  File (FOCUS 1.0 to 1.3, as CSV, gzip or Parquet)
                </label>
                <div>
                  <input
                    id={`${id}-file`}
                    type="file"
                    accept=".csv,.gz,.parquet"
                    onChange={event => setFile(event.target.files?.[0])}
                  />
                </div>
              </div>
              <TextField
                label="Source"
                description="Files of one source replace each other, those of others do not."
                value={source}
                onChange={setSource}
              />
              <TextField
                label="Months that the file has all of"
                description="They replace what this source brought for them before. Left empty, the file is added."
                placeholder="2025-09"
                value={period}
                onChange={setPeriod}
              />
            </>
          )}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {result ? 'Close' : 'Cancel'}
        </Button>
        {result ? undefined : (
          <Button isPending={isPending} onPress={send}>
            Upload
          </Button>
        )}
      </DialogFooter>
    </Dialog>
  );
}
