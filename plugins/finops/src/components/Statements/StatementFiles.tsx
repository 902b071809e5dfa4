import { useApi } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import { useSubmit } from '@portal/plugin-metrics-react';
import { finopsApiRef } from '../../api';

function saveFile(name: string, file: Blob) {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** Hands a statement over as a file. */
export function StatementFiles(props: { month: string; owner?: string }) {
  const { month, owner } = props;
  const api = useApi(finopsApiRef);
  const { isPending, problem, submit } = useSubmit();
  const save = (format: 'csv' | 'pdf') =>
    submit(async () => {
      const file = await api.getStatementFile({ month, owner, format });
      const of = owner ? `-${owner.replaceAll(/[^a-z0-9-]+/gi, '-')}` : '';
      saveFile(`statement-${month}${of}.${format}`, file);
    });
  return (
    <>
      {problem ? (
        <Alert role="alert" status="danger" icon title={problem} />
      ) : undefined}
      <Button
        variant="secondary"
        isDisabled={isPending}
        iconStart={<RiDownloadLine aria-hidden="true" />}
        onPress={() => save('csv')}
      >
        CSV
      </Button>
      <Button
        variant="secondary"
        isDisabled={isPending}
        iconStart={<RiDownloadLine aria-hidden="true" />}
        onPress={() => save('pdf')}
      >
        PDF
      </Button>
    </>
  );
}
