import { screen } from '@testing-library/react';
import { answers, RecordedBackend, show } from '../__testUtils__';
import { FormulaPage } from './Formula';
import { GoalsPage } from './Goals';
import { ReturnsPage } from './Returns';
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
    await screen.findByText(
      /Exempting services needs the permission executive.exemption.manage/,
    ),
  ).toBeInTheDocument();
  expect(
    screen.queryByRole('button', { name: 'Change' }),
  ).not.toBeInTheDocument();
});

it('says who may declare what services are worth', async () => {
  show(<ReturnsPage />, new RecordedBackend(), { mayChange: false });
  expect(
    await screen.findByText(
      /Declaring values and deciding needs the permission executive.debt.manage/,
    ),
  ).toBeInTheDocument();
  expect(
    screen.queryByRole('button', { name: /^Decide on/ }),
  ).not.toBeInTheDocument();
});

it('says who may write goals', async () => {
  show(<GoalsPage />, new RecordedBackend(), { mayChange: false });
  expect(
    await screen.findByText(
      /Writing goals needs the permission executive.goal.manage/,
    ),
  ).toBeInTheDocument();
  expect(
    screen.queryByRole('button', { name: 'New goal' }),
  ).not.toBeInTheDocument();
});
