import { useApi } from '@backstage/frontend-plugin-api';
import { Alert, Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import type { ReportFormat, ReportPage } from '@portal/plugin-executive-common';
import { useSubmit } from '@portal/plugin-metrics-react';
import { useNavigate } from 'react-router-dom';
import { executiveApiRef } from '../../api';
import { wallParam } from '../../routes';
import { downloadBlob } from '../Reports/downloadBlob';
import { useNodeQuery } from './useNodeQuery';
import { useSubPageHref } from './useSubPageHref';

const formats: Array<{ format: ReportFormat; title: string }> = [
  { format: 'pdf', title: 'PDF' },
  { format: 'csv', title: 'CSV' },
  { format: 'html', title: 'Page to print' },
];

/** Takes what is shown along: as a file, or kept as it is for others to see. */
export function Exports({ page }: { page: ReportPage }) {
  const api = useApi(executiveApiRef);
  const { query, searchWith } = useNodeQuery();
  const navigate = useNavigate();
  const hrefOf = useSubPageHref();
  const { isPending, problem, submit } = useSubmit();
  return (
    <>
      {problem ? (
        <Alert role="alert" status="danger" icon title={problem} />
      ) : undefined}
      <MenuTrigger>
        <Button
          variant="secondary"
          isPending={isPending}
          iconStart={<RiDownloadLine aria-hidden="true" />}
        >
          Take along
        </Button>
        <Menu>
          {formats.map(({ format, title }) => (
            <MenuItem
              key={format}
              onAction={() =>
                submit(async () => {
                  downloadBlob(
                    await api.getReport({ page, format, query }),
                    `${page}.${format}`,
                  );
                })
              }
            >
              {title}
            </MenuItem>
          ))}
          <MenuItem
            onAction={() =>
              submit(async () => {
                const { id } = await api.createLink({ page, query });
                navigate(hrefOf('reports', searchWith({ archived: id })));
              })
            }
          >
            Keep what is shown
          </MenuItem>
          <MenuItem onAction={() => navigate(searchWith({ [wallParam]: '0' }))}>
            Show on a wall
          </MenuItem>
        </Menu>
      </MenuTrigger>
    </>
  );
}
