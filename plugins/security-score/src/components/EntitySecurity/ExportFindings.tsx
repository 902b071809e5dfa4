import { useApi } from '@backstage/frontend-plugin-api';
import { toastApiRef } from '@backstage/frontend-plugin-api';
import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { reasonOf } from '@portal/plugin-metrics-react';
import { securityScoreApiRef } from '../../api';

const formats = [
  { format: 'sarif', title: 'SARIF', ending: 'sarif' },
  { format: 'cyclonedx-vex', title: 'CycloneDX VEX', ending: 'cdx.json' },
  { format: 'csv', title: 'CSV', ending: 'csv' },
] as const;

/** Saves the findings of a service as a file. */
export function ExportFindings(props: { entityRef: string }) {
  const { entityRef } = props;
  const api = useApi(securityScoreApiRef);
  const toasts = useApi(toastApiRef);
  const save = async ({ format, ending }: (typeof formats)[number]) => {
    try {
      const file = await api.getExport({ entityRef, format });
      const address = URL.createObjectURL(file);
      const link = document.createElement('a');
      link.href = address;
      link.download = `${entityRef.split('/').at(-1)}.${ending}`;
      link.click();
      URL.revokeObjectURL(address);
    } catch (error) {
      toasts.post({
        title: `The findings were not exported: ${reasonOf(error)}`,
        status: 'danger',
      });
    }
  };
  return (
    <MenuTrigger>
      <Button variant="secondary">Take along</Button>
      <Menu>
        {formats.map(format => (
          <MenuItem key={format.format} onAction={() => save(format)}>
            {format.title}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  );
}
