import type { CostForecast } from '@portal/plugin-finops-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  frequencyDefinition,
  RecordedAnswers,
  recordDownloads,
  waitingTimeDefinition,
} from '@portal/plugin-metrics-react/testUtils';
import {
  anomaly,
  budgetUse,
  carbonByTeam,
  changes,
  costsByTeam,
  Failure,
  forecast,
  line,
  RecordedBackend,
  show,
  type Asked,
} from '../../__testUtils__';
import { CostPage } from '.';

function backend(
  costs: (asked: Asked) => unknown = () => costsByTeam,
  expected: CostForecast = forecast,
  carbon: unknown = { ...carbonByTeam, state: 'not-configured', groups: [] },
) {
  return new RecordedBackend({
    'GET /v1/costs': costs,
    'GET /v1/carbon': carbon,
    'GET /v1/costs/changes': changes,
    'GET /v1/lines': { items: [line] },
    'GET /v1/forecast': expected,
    'GET /v1/budgets': { items: [budgetUse] },
    'GET /v1/anomalies': { items: [anomaly] },
  });
}

const address = () => screen.getByRole('status', { name: 'Address' });

it('says what is spent, what is expected, whether that is planned and whose it is', async () => {
  show(<CostPage />, backend());
  // In the tile and below the table.
  expect(await screen.findAllByText('€12,001')).toHaveLength(2);
  expect(screen.getByText('€2,000 more (20.0%)')).toBeInTheDocument();
  expect(await screen.findByText('€13,500')).toBeInTheDocument();
  expect(screen.getByText(/€13,000 to €14,200 in 80 of 100/)).toBeVisible();
  expect(await screen.findByText('92.3%')).toBeInTheDocument();
  expect(screen.getByText('Expected to go over: €13,500')).toBeVisible();
  expect(screen.getAllByText('10.0%').length).toBeGreaterThan(0);
  expect(screen.getAllByText('Demo data').length).toBeGreaterThan(0);

  const table = screen.getByRole('table', { name: 'Cost by team' });
  const rows = within(table).getAllByRole('row');
  expect(rows[1]).toHaveTextContent(/^payments page€8,00066.7%€6,000/);
  expect(rows[2]).toHaveTextContent('€200 less (6.7%)');
  expect(within(table).getByRole('link', { name: 'payments' })).toHaveAttribute(
    'href',
    '/?scope=group%3Adefault%2Fpayments&by=system',
  );
  expect(
    within(table).getByRole('link', { name: 'Nobody yet' }),
  ).toHaveAttribute('href', '/?by=bucket');

  expect(
    await screen.findByRole('table', { name: 'Difference by service' }),
  ).toHaveTextContent('Amazon EC2, Hrs');
  expect(
    within(
      screen.getByRole('list', { name: 'What made the difference' }),
    ).getByText('−€100'),
  ).toBeInTheDocument();
});

it('keeps the whole selection in the address and asks for it', async () => {
  const recorded = backend();
  show(
    <CostPage />,
    recorded,
    '?scope=system:default/shop&period=last-month&compare=year&metric=EffectiveCost&environment=PROD1&provider=AWS&category=Compute&by=serviceName',
  );
  await screen.findByText('€2,000 more (20.0%)');
  expect(
    recorded.askedOf('/v1/costs').map(({ query }) => query),
  ).toContainEqual(
    expect.objectContaining({
      scope: 'system:default/shop',
      metric: 'EffectiveCost',
      environment: 'PROD1',
      provider: 'AWS',
      serviceCategory: 'Compute',
      groupBy: 'serviceName',
      compare: 'year',
      interval: 'day',
    }),
  );
  await userEvent.click(screen.getByRole('radio', { name: '12 months' }));
  await userEvent.click(screen.getByRole('radio', { name: 'Billed' }));
  await userEvent.click(
    await screen.findByRole('radio', { name: 'Grown most first' }),
  );
  expect(address()).toHaveTextContent(
    '?scope=system%3Adefault%2Fshop&compare=year&environment=PROD1&provider=AWS&category=Compute&by=serviceName&period=12-months&order=change',
  );
  expect(recorded.askedOf('/v1/costs').at(-1)?.query).toMatchObject({
    metric: 'BilledCost',
    interval: 'month',
  });
});

it('shows the lines of a service and the rules that gave them to somebody', async () => {
  const recorded = backend();
  show(<CostPage />, recorded, '?lines=all&service=Amazon+S3');
  const lines = await screen.findByRole('list', { name: 'Lines' });
  expect(recorded.askedOf('/v1/lines')[0].query).toMatchObject({
    serviceName: 'Amazon S3',
  });
  expect(within(lines).getByText('€10.00')).toBeInTheDocument();
  await userEvent.click(within(lines).getByText(/Where it comes from/));
  const [first, second] = within(
    within(lines).getByRole('list', { name: 'Who has it' }),
  ).getAllByRole('listitem');
  expect(first).toHaveTextContent(
    /cart in PROD1: €6.00, by rule split-storage, version 3/i,
  );
  expect(second).toHaveTextContent(/Idle: €4.00, by rule idle-storage/);
  expect(within(lines).getByText('10.0000001 EUR')).toBeInTheDocument();
  expect(within(lines).getByText(/row 42 of import 7/)).toBeInTheDocument();

  await userEvent.click(screen.getByRole('button', { name: 'Close lines' }));
  expect(
    await screen.findByRole('table', { name: 'Cost by resource' }),
  ).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'All services' }));
  expect(
    await screen.findByRole('table', { name: 'Cost by team' }),
  ).toBeInTheDocument();
});

it('invites to bring cost in, or to look further, where there is none', async () => {
  const nothing = { ...costsByTeam, lines: 0, total: '0', groups: [] };
  show(
    <CostPage />,
    backend(() => nothing),
    '?provider=Azure',
  );
  expect(
    await screen.findByRole('heading', { name: 'Nothing was charged here' }),
  ).toBeInTheDocument();
});

it('says what a member sees, and in which currencies some cost is', async () => {
  const own = {
    ...costsByTeam,
    visible: 'own',
    unconverted: [{ currency: 'JPY', total: '5000' }],
    previous: {
      ...costsByTeam.previous,
      unconverted: [{ currency: 'USD', total: '700' }],
    },
  };
  const expected = {
    ...forecast,
    unconverted: [{ currency: 'JPY', total: '60000' }],
  };
  show(
    <CostPage />,
    backend(() => own, expected),
  );
  expect(await screen.findByText('You see what your teams own')).toBeVisible();
  expect(
    screen.getByText('¥5,000, and $700 of the time that is compared with'),
  ).toBeInTheDocument();
  expect(
    screen.getByText(/without ¥5,000 and \$700 of the time before, as there/),
  ).toBeVisible();
  expect(
    await screen.findByText(/the days it learns from are without ¥60,000/),
  ).toBeVisible();
  const downloads = recordDownloads();
  const [button] = screen.getAllByRole('button', { name: 'Export' });
  await userEvent.click(button);
  await userEvent.click(await screen.findByRole('menuitem', { name: /CSV/ }));
  const [csv] = await downloads.read();
  downloads.restore();
  expect(csv.text).toMatch(/total,previous,notCounted/);
  expect(csv.text).toContain('8000.25,6000.25,5000 JPY');
});

it('says who can grant the permission, and recovers from a failure', async () => {
  let answer: unknown = new Failure(403, 'Unauthorized');
  show(
    <CostPage />,
    backend(() => answer),
  );
  expect(await screen.findByText('You may not see cost')).toBeInTheDocument();
  expect(screen.getAllByText('No permission').length).toBeGreaterThan(0);

  answer = new Failure(500, 'The disk is full');
  await userEvent.click(screen.getByRole('radio', { name: 'Last month' }));
  const retry = await screen.findByRole('button', { name: 'Try again' });
  answer = costsByTeam;
  await userEvent.click(retry);
  await waitFor(() => expect(screen.getAllByText('€12,001')).toHaveLength(2));
});

it('hands over what is seen as a file, with exact amounts', async () => {
  show(<CostPage />, backend());
  await screen.findAllByText('€12,001');
  const downloads = recordDownloads();
  const [table] = screen.getAllByRole('button', { name: 'Export' });
  await userEvent.click(table);
  await userEvent.click(await screen.findByRole('menuitem', { name: /CSV/ }));
  const [csv] = await downloads.read();
  downloads.restore();
  expect(csv.name).toMatch(/^cost-everything-\d{4}-\d\d-01-by-owner\.csv$/);
  expect(csv.text).toContain(
    'group:default/payments,2025-11-01,2025-11-28,BilledCost,EUR,8000.25,6000.25',
  );
});

it('shows carbon beside cost where factors are given, and what is not known of it', async () => {
  show(<CostPage />, backend(undefined, undefined, carbonByTeam));
  expect(await screen.findByText('1.2 t CO₂e')).toBeVisible();
  expect(screen.getByText(/for 75.0% of the use, by cost/)).toBeVisible();
  expect(screen.getByText('By Report of the grid, 2025')).toBeVisible();
  const table = screen.getByRole('table', { name: 'Cost by team' });
  const rows = within(table).getAllByRole('row');
  expect(rows[0]).toHaveTextContent(/Carbon, CO₂e$/);
  expect(rows[1]).toHaveTextContent(/1.2 tof 93.8% of use$/);
  // No figure is given for what no factor is about.
  expect(rows[2]).toHaveTextContent(/Not known$/);
  expect(rows[3]).toHaveTextContent(/Not known$/);

  const downloads = recordDownloads();
  const [button] = screen.getAllByRole('button', { name: 'Export' });
  await userEvent.click(button);
  await userEvent.click(await screen.findByRole('menuitem', { name: /CSV/ }));
  const [csv] = await downloads.read();
  downloads.restore();
  expect(csv.text).toContain('carbonKg,carbonCoverage');
  expect(csv.text).toMatch(/payments,.*,1234.5678,0.9375/);
  expect(csv.text).toMatch(/search,.*,,0\r?$/m);
});

it('says nothing of carbon where nobody gave factors', async () => {
  const recorded = backend();
  show(<CostPage />, recorded);
  await screen.findAllByText('€12,001');
  await waitFor(() => expect(recorded.askedOf('/v1/carbon')).toHaveLength(1));
  expect(screen.queryByText('Estimated carbon')).not.toBeInTheDocument();
  expect(screen.queryByText(/Carbon/)).not.toBeInTheDocument();
});

it('says what one of what the metric store counts costs', async () => {
  const unitCost = ({ query }: Asked) => ({
    ...query,
    title: '',
    currency: 'EUR',
    cost: '12000.50',
    ...(query.per === 'requests'
      ? { state: 'insufficient-data', have: 0, need: 1 }
      : { state: 'ok', quantity: 240, costPerUnit: '50.002083' }),
  });
  const recorded = backend();
  recorded.answers['GET /v1/unit-costs'] = unitCost;
  const counted = (id: string, title: string, sample: string) => ({
    ...frequencyDefinition,
    id,
    title,
    sample,
    publisher: 'plugin:test',
    windows: [],
    dimensions: [],
  });
  const metrics = new RecordedAnswers('metrics', {
    'GET /v1/definitions': {
      items: [
        counted('deploymentFrequency', 'Deployment frequency', 'deployments'),
        counted('requests', 'Requests', 'requests'),
        { ...counted('findings', 'Findings', 'findings'), overTime: 'last' },
        { ...counted('dailyCost', 'Cost', 'days'), unit: 'currency:EUR' },
        waitingTimeDefinition,
      ],
    },
  });
  show(<CostPage />, recorded, '?scope=group:default/payments', metrics);
  expect(await screen.findByText('€50.00')).toBeVisible();
  expect(screen.getByText('€12,001 for 240 deployments')).toBeVisible();
  expect(recorded.askedOf('/v1/unit-costs')[0].query).toMatchObject({
    scope: 'group:default/payments',
    metric: 'BilledCost',
    per: 'deploymentFrequency',
  });

  await userEvent.click(screen.getByRole('button', { name: /One of/ }));
  expect(
    screen.getAllByRole('option').map(({ textContent }) => textContent),
  ).toEqual(['Deployment frequency', 'Requests']);
  await userEvent.click(screen.getByRole('option', { name: 'Requests' }));
  expect(address()).toHaveTextContent('per=requests');
  expect(
    await screen.findByText(/There were no requests in this period/),
  ).toBeVisible();
});
