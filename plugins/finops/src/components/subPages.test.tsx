import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { recordDownloads } from '@portal/plugin-metrics-react/testUtils';
import {
  anomaly,
  budgetUse,
  costImport,
  Failure,
  RecordedBackend,
  recommendation,
  show,
  statement,
} from '../__testUtils__';
import { AnomaliesPage } from './Anomalies';
import { BudgetsPage } from './Budgets';
import { DataQualityPage } from './DataQuality';
import { SavingsPage } from './Savings';
import { StatementsPage } from './Statements';

it('shows budgets, and makes one', async () => {
  const backend = new RecordedBackend({
    'GET /v1/budgets': { items: [budgetUse] },
    'POST /v1/budgets': budgetUse.budget,
  });
  show(<BudgetsPage />, backend);
  const list = await screen.findByRole('list', { name: 'Budgets' });
  expect(list).toHaveTextContent('92.3%: €12,001 of €13,000');
  expect(list).toHaveTextContent('Expected to go over: €13,500');

  await userEvent.click(
    await screen.findByRole('button', { name: 'New budget' }),
  );
  const dialog = await screen.findByRole('dialog');
  await userEvent.type(within(dialog).getByLabelText('Name'), 'Checkout');
  await userEvent.click(
    within(dialog).getByRole('button', { name: 'Create budget' }),
  );
  expect(await within(dialog).findByRole('alert')).toHaveTextContent(
    /give a number above 0/,
  );
  await userEvent.type(within(dialog).getByLabelText('Amount'), '12000.50');
  await userEvent.click(
    within(dialog).getByRole('button', { name: 'Create budget' }),
  );
  await waitFor(() => expect(dialog).not.toBeInTheDocument());
  expect(backend.asked.find(({ method }) => method === 'POST')?.body).toEqual({
    title: 'Checkout',
    slice: { scope: 'everything' },
    metric: 'BilledCost',
    period: 'month',
    amount: '12000.50',
    currency: 'EUR',
    thresholds: [0.5, 0.8, 1],
    alertOnForecast: true,
  });
});

it('says what a budget leaves out, and calls none of those good', async () => {
  const { expected: _, ...unexpected } = budgetUse;
  show(
    <BudgetsPage />,
    new RecordedBackend({
      'GET /v1/budgets': {
        items: [
          {
            ...unexpected,
            state: 'within',
            unconverted: [
              { currency: 'USD', total: '500' },
              { currency: 'JPY', total: '7000' },
            ],
            expectedUnconverted: [{ currency: 'USD', total: '800' }],
          },
        ],
      },
    }),
  );
  const list = await screen.findByRole('list', { name: 'Budgets' });
  expect(list).toHaveTextContent('€1,000 left, but not all cost is counted');
  expect(list).toHaveTextContent(
    'Not complete: without $500, ¥7,000, as there is no exchange rate to EUR',
  );
  expect(list).toHaveTextContent(
    'What is to come can’t be said, as there is no exchange rate to EUR from USD',
  );
});

it('silences an anomaly with a reason only', async () => {
  const backend = new RecordedBackend({
    'GET /v1/anomalies': { items: [anomaly] },
    'POST /v1/anomalies/a1/state': { ...anomaly, state: 'silenced' },
  });
  show(<AnomaliesPage />, backend);
  const table = await screen.findByRole('table', { name: 'Anomalies' });
  expect(table).toHaveTextContent(/Nov 20, 2025.*€700 more/);
  await userEvent.click(screen.getByText('Causes (1)'));
  expect(
    screen.getByRole('table', { name: 'What caused it' }),
  ).toHaveTextContent('Amazon EC2, batch-runner€800€100€700');

  await userEvent.click(
    await screen.findByRole('button', { name: /^Silence/ }),
  );
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(
    within(dialog).getByRole('button', { name: 'Silence' }),
  );
  expect(await within(dialog).findByRole('alert')).toHaveTextContent(
    /Say why first/,
  );
  await userEvent.type(within(dialog).getByLabelText('Reason'), 'Load test');
  await userEvent.click(
    within(dialog).getByRole('button', { name: 'Silence' }),
  );
  await waitFor(() => expect(dialog).not.toBeInTheDocument());
  expect(backend.askedOf('/v1/anomalies/a1/state')[0].body).toEqual({
    state: 'silenced',
    reason: 'Load test',
    until: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
  });
});

it('accepts a saving, and shows what was really saved', async () => {
  const accepted = {
    ...recommendation,
    id: 'r2',
    state: 'accepted',
    realised: { before: '4', after: '1', monthly: '91.25', days: 14 },
  };
  const backend = new RecordedBackend({
    'GET /v1/recommendations': ({ query }: { query: { state?: string } }) => ({
      rules: [],
      items: query.state === 'accepted' ? [accepted] : [recommendation],
      totals: [{ currency: 'EUR', open: '120.00', realised: '91.25' }],
    }),
    'POST /v1/recommendations/r1/state': accepted,
  });
  show(<SavingsPage />, backend);
  expect(
    await screen.findByRole('heading', {
      name: /has been attached to nothing/,
    }),
  ).toBeInTheDocument();
  await userEvent.click(await screen.findByRole('button', { name: /^Accept/ }));
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Accept' }));
  await waitFor(() => expect(dialog).not.toBeInTheDocument());
  expect(backend.askedOf('/v1/recommendations/r1/state')[0].body).toEqual({
    state: 'accepted',
  });
  await userEvent.click(screen.getByRole('radio', { name: 'Accepted' }));
  expect(
    await screen.findByText('Saves €91.25 a month since then'),
  ).toBeInTheDocument();
});

it('closes a month after asking, and hands over its files', async () => {
  let closed = false;
  const closing = {
    closedBy: 'user:default/ada',
    closedAt: '2025-11-03T09:00:00Z',
    hash: 'abcdef0123456789',
  };
  const backend = new RecordedBackend({
    'GET /v1/statements': () => ({
      items: [
        {
          month: '2025-10',
          state: closed ? 'closed' : 'open',
          closable: !closed,
          takesAdjustments: !closed,
        },
      ],
    }),
    'GET /v1/statements/2025-10': ({ query }: { query: { format?: string } }) =>
      query.format
        ? new Blob(['owner,amount'])
        : {
            ...statement,
            ...(closed ? { state: 'closed', closing } : undefined),
          },
    'POST /v1/months/2025-10/close': () => {
      closed = true;
      return { ...statement, state: 'closed', closing };
    },
  });
  show(<StatementsPage />, backend);
  const table = await screen.findByRole('table', { name: 'Charged by team' });
  expect(table).toHaveTextContent('All together€10,000.25-€20.10€9,980.15');

  const downloads = recordDownloads();
  await userEvent.click(screen.getByRole('button', { name: 'CSV' }));
  await waitFor(async () => expect(await downloads.read()).toHaveLength(1));
  const [csv] = await downloads.read();
  downloads.restore();
  expect(csv).toMatchObject({
    name: 'statement-2025-10.csv',
    text: 'owner,amount',
  });

  await userEvent.click(
    await screen.findByRole('button', { name: 'Close month' }),
  );
  const dialog = await screen.findByRole('dialog');
  expect(dialog).toHaveTextContent(/€9,980.15 is charged to 2 teams/);
  await userEvent.click(
    within(dialog).getByRole('button', { name: 'Close Oct 2025' }),
  );
  const seal = await screen.findByText(/^Closed by/);
  expect(within(seal).getByRole('link', { name: 'ada' })).toBeVisible();
  expect(screen.getByText('abcdef012345')).toBeInTheDocument();
  expect(
    screen.queryByRole('button', { name: 'Close month' }),
  ).not.toBeInTheDocument();
});

it('says which months a month waits for', async () => {
  const open = { state: 'open', closable: false, takesAdjustments: false };
  show(
    <StatementsPage />,
    new RecordedBackend({
      'GET /v1/statements': {
        items: [
          { ...open, month: '2025-10', blockedBy: ['2024-01', '2025-09'] },
          { ...open, month: '2025-09', blockedBy: ['2024-01'] },
          { ...open, month: '2024-01', closable: true },
        ],
      },
      'GET /v1/statements/2025-10': statement,
      'GET /v1/statements/2024-01': { ...statement, month: '2024-01' },
    }),
  );
  const oldest = await screen.findByRole('link', { name: 'Jan 2024' });
  expect(oldest.parentElement).toHaveTextContent(
    'Can be closed after Jan 2024, the oldest of 2 earlier months that are open and have cost',
  );
  await userEvent.click(oldest);
  expect(
    await screen.findByRole('button', { name: 'Close month' }),
  ).toBeInTheDocument();
});

it('shows which rules fail and which rows were rejected, and takes a file', async () => {
  const result = {
    ...costImport,
    importId: 8,
    lines: 3,
    rejected: 0,
    duplicate: false,
  };
  const backend = new RecordedBackend({
    'GET /v1/sources': {
      items: [
        {
          name: 'aws',
          kind: 'upload',
          demo: false,
          imports: 1,
          lines: 4_320,
          lastImport: costImport,
        },
      ],
    },
    'GET /v1/imports': { items: [costImport] },
    'GET /v1/imports/7/rejections': {
      items: [
        {
          lineNumber: 12,
          column: 'BilledCost',
          reason: 'Found "NaN", expected a decimal',
          row: 'NaN,EUR',
        },
      ],
    },
    'POST /v1/imports': result,
  });
  show(<DataQualityPage />, backend);
  const imports = await screen.findByRole('list', { name: 'Imports' });
  expect(imports).toHaveTextContent('93.8% of the rules hold');
  expect(imports).toHaveTextContent(
    '2025-11 was €11,000 in 4,000 lines and is €12,001 in 4,320',
  );
  await userEvent.click(
    within(imports).getByText('4 of 64 rules of FOCUS 1.2 fail'),
  );
  expect(within(imports).getByText(/row 12: "NaN"/)).toBeInTheDocument();
  await userEvent.click(
    screen.getByRole('button', { name: 'Show 1 rejected row' }),
  );
  const rejected = await screen.findByRole('list', { name: 'Rejected rows' });
  expect(rejected).toHaveTextContent('Found "NaN", expected a decimal');
  await userEvent.keyboard('{Escape}');

  await userEvent.click(
    await screen.findByRole('button', { name: 'Upload a file' }),
  );
  const dialog = await screen.findByRole('dialog');
  await userEvent.upload(
    within(dialog).getByLabelText(/^File/),
    new File(['BilledCost\n1'], 'cost.csv'),
  );
  await userEvent.type(
    within(dialog).getByLabelText('Months that the file has all of'),
    '2025-09, 2025-10',
  );
  await userEvent.click(within(dialog).getByRole('button', { name: 'Upload' }));
  expect(await within(dialog).findByText(/^3 lines were taken/)).toBeVisible();
  expect(backend.asked.find(({ method }) => method === 'POST')?.query).toEqual({
    source: 'upload',
    period: '2025-09,2025-10',
    fileName: 'cost.csv',
  });
});

it.each([
  ['budgets', <BudgetsPage key="b" />, /There is no budget yet/],
  ['anomalies', <AnomaliesPage key="a" />, /Nothing unusual is open/],
  ['recommendations', <SavingsPage key="s" />, /Nothing to save is open/],
  ['statements', <StatementsPage key="st" />, /no month with cost yet/],
  ['sources', <DataQualityPage key="d" />, /There is no cost data yet/],
])('says what to do where there are no %s', async (path, page, words) => {
  const nothing = { items: [], rules: [], totals: [] };
  show(
    page,
    new RecordedBackend({
      [`GET /v1/${path}`]: nothing,
      'GET /v1/imports': nothing,
    }),
  );
  expect(await screen.findByText(words)).toBeInTheDocument();
});

it('says why a file was refused', async () => {
  const backend = new RecordedBackend({
    'GET /v1/sources': { items: [] },
    'GET /v1/imports': { items: [] },
    'POST /v1/imports': new Failure(400, 'The file has no column BilledCost'),
  });
  show(<DataQualityPage />, backend);
  await userEvent.click(
    await screen.findByRole('button', { name: 'Upload a file' }),
  );
  const dialog = await screen.findByRole('dialog');
  await userEvent.upload(
    within(dialog).getByLabelText(/^File/),
    new File(['x'], 'cost.csv'),
  );
  await userEvent.click(within(dialog).getByRole('button', { name: 'Upload' }));
  expect(await within(dialog).findByRole('alert')).toHaveTextContent(
    'The file has no column BilledCost',
  );
});
