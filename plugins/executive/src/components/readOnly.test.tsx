import { screen } from '@testing-library/react';
import { answers, RecordedBackend, show } from '../__testUtils__';
import { FormulaPage } from './Formula';
import { SuccessPage } from './Success';

it('says who may choose the baseline', async () => {
  show(
    <SuccessPage />,
    new RecordedBackend({
      'GET /v1/success': { ...answers.success, baseline: undefined },
    }),
    { mayChange: false },
  );
  expect(
    await screen.findByText(/needs the permission executive.formula.manage/),
  ).toBeInTheDocument();
});

it('says who may change what is expected', async () => {
  show(<FormulaPage />, new RecordedBackend(), { mayChange: false });
  expect(
    await screen.findByText(
      /Changing what is expected needs the permission executive.formula.manage/,
    ),
  ).toBeInTheDocument();
  expect(
    screen.queryByRole('button', { name: 'Change' }),
  ).not.toBeInTheDocument();
});
