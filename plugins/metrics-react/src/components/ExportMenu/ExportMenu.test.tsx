import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { recordDownloads } from '../../testUtils';
import { ExportMenu } from '.';

const columns = [
  { id: 'name', title: 'Name', text: (row: { name: string }) => row.name },
];

it('hands over what is seen as CSV or JSON, by keyboard too', async () => {
  const downloads = recordDownloads();
  try {
    render(
      <ExportMenu
        fileName="services"
        columns={columns}
        rows={[{ name: 'payments' }]}
      />,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Export' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: /CSV/ }));

    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Export' })).toHaveFocus(),
    );
    await userEvent.keyboard('{Enter}');
    await screen.findByRole('menuitem', { name: /JSON/ });
    await userEvent.keyboard('{ArrowDown}{Enter}');

    expect(await downloads.read()).toEqual([
      { name: 'services.csv', type: 'text/csv', text: 'name\r\npayments\r\n' },
      {
        name: 'services.json',
        type: 'application/json',
        text: '[\n  {\n    "name": "payments"\n  }\n]\n',
      },
    ]);
  } finally {
    downloads.restore();
  }
});

it('offers nothing where nothing is seen', () => {
  render(<ExportMenu fileName="services" columns={columns} rows={[]} />);
  expect(screen.getByRole('button', { name: 'Export' })).toBeDisabled();
});
