import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PeriodPicker } from './PeriodPicker';

const suggestion = { from: '2025-01-01', to: '2025-03-31' };

it('chooses a named window', async () => {
  const onSelect = jest.fn();
  render(
    <PeriodPicker
      selection={{ kind: 'last', days: 90 }}
      suggestion={suggestion}
      onSelect={onSelect}
    />,
  );
  expect(screen.getByRole('radio', { name: '90 days' })).toBeChecked();
  await userEvent.click(screen.getByRole('radio', { name: '365 days' }));
  expect(onSelect).toHaveBeenCalledWith({ kind: 'last', days: 365 });
  expect(screen.queryByLabelText('First day')).not.toBeInTheDocument();
});

it('chooses dates with the keyboard, and explains a pair in the wrong order', async () => {
  const onSelect = jest.fn();
  render(
    <PeriodPicker
      selection={{ kind: 'last', days: 90 }}
      suggestion={suggestion}
      onSelect={onSelect}
    />,
  );
  await userEvent.click(screen.getByRole('radio', { name: 'Dates' }));
  expect(onSelect).not.toHaveBeenCalled();

  const last = screen.getByLabelText('Last day');
  await userEvent.clear(last);
  await userEvent.type(last, '2024-12-31');
  await userEvent.click(screen.getByRole('button', { name: 'Show' }));
  expect(screen.getByRole('status')).toHaveTextContent('swap them');
  expect(onSelect).not.toHaveBeenCalled();

  await userEvent.clear(last);
  await userEvent.type(last, '2025-12-31{Enter}');
  expect(onSelect).toHaveBeenCalledWith({
    kind: 'custom',
    from: '2025-01-01',
    to: '2025-12-31',
  });
});

it('shows the dates of a custom selection', () => {
  render(
    <PeriodPicker
      selection={{ kind: 'custom', ...suggestion }}
      suggestion={suggestion}
      onSelect={jest.fn()}
    />,
  );
  expect(screen.getByRole('radio', { name: 'Dates' })).toBeChecked();
  expect(screen.getByLabelText('First day')).toHaveValue('2025-01-01');
});

it('chooses what the period is compared with, where a page compares', async () => {
  const onCompare = jest.fn();
  render(
    <PeriodPicker
      selection={{ kind: 'last', days: 90 }}
      suggestion={suggestion}
      onSelect={jest.fn()}
      comparison="before"
      onCompare={onCompare}
    />,
  );
  const group = screen.getByRole('radiogroup', { name: 'Compared with' });
  expect(within(group).getByRole('radio', { checked: true })).toHaveTextContent(
    'Period before',
  );
  await userEvent.click(
    within(group).getByRole('radio', { name: 'A year earlier' }),
  );
  expect(onCompare).toHaveBeenCalledWith('year');
});
