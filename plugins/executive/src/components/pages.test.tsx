import { Failure } from '@portal/plugin-metrics-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  answers,
  longTitle,
  RecordedBackend,
  rightToLeftTitle,
  show,
} from '../__testUtils__';
import { EntityPortfolio } from './EntityPortfolio';
import { FormulaPage } from './Formula';
import { PortfolioPage } from './Portfolio';
import { ProductivityPage } from './Productivity';
import { QuestionsPage } from './Questions';
import { SuccessPage } from './Success';

const address = () => screen.getByLabelText('Address');
const map = () => screen.findByRole('region', { name: 'Health part by part' });

it('says how the part is doing, and shows each part by pillars with values, counts and moves', async () => {
  show(<PortfolioPage />, new RecordedBackend());
  expect(
    await screen.findByText(/of what is expected of 4 services is met/),
  ).toHaveTextContent(longTitle);
  const region = await map();
  expect(
    within(region).getByRole('link', {
      name: `${longTitle}, Delivery: 75.0% (3 meet it, 1 watched, 25.0 points higher)`,
    }),
  ).toBeInTheDocument();
  // A department of one service has no distribution, and what is not measured is not 0.
  expect(
    within(region).getByRole('link', {
      name: 'Billing, Delivery: Watched (1 watched)',
    }),
  ).toBeInTheDocument();
  expect(
    within(region).getByRole('link', {
      name: 'Billing, Security: Not measured (1 not measured)',
    }),
  ).toBeInTheDocument();
  expect(screen.getByText(/2 services belong to nobody/)).toBeInTheDocument();
  const figures = await screen.findByRole('table', { name: 'Figures' });
  expect(figures).toHaveTextContent('Half of the services: up to 2 d 4 h');
  expect(figures).toHaveTextContent('3 of 4');
});

it('closes and opens parts by keyboard', async () => {
  show(<PortfolioPage />, new RecordedBackend());
  const region = await map();
  const button = within(region).getByRole('button', {
    name: `${rightToLeftTitle}: what is below it`,
  });
  expect(button).toHaveAttribute('aria-expanded', 'true');
  button.focus();
  await userEvent.keyboard('{Enter}');
  expect(button).toHaveAttribute('aria-expanded', 'false');
  expect(within(region).queryByText('Checkout')).not.toBeInTheDocument();
  await userEvent.keyboard(' ');
  expect(within(region).getByText('Checkout')).toBeInTheDocument();
});

it('leads from a cell to the services and what was compared, and to its evidence', async () => {
  const backend = new RecordedBackend();
  show(<PortfolioPage />, backend, {
    path: '/executive/portfolio?pillar=security&compare=2026-08-28',
  });
  const table = await screen.findByRole('table', { name: 'Services' });
  expect(table).toHaveTextContent('Security score: 32');
  expect(table).toHaveTextContent('Nobody owns it');
  expect(
    within(table)
      .getAllByRole('link')
      .map(link => link.getAttribute('href')),
  ).toContain('/catalog/default/component/payment-service/security');
  expect(backend.askedOf('/v1/services')[0].query).toMatchObject({
    pillar: 'security',
    compare: '2026-08-28',
  });
});

it('chooses another part by keyboard, and keeps it in the address', async () => {
  const backend = new RecordedBackend();
  show(<PortfolioPage />, backend);
  await userEvent.click(
    await screen.findByRole('button', { name: /^Part of the organisation/ }),
  );
  const dialog = await screen.findByRole('dialog');
  await userEvent.type(within(dialog).getByRole('searchbox'), 'bill');
  await waitFor(() =>
    expect(backend.askedOf('/v1/nodes').at(-1)?.query.text).toBe('bill'),
  );
  const choice = await within(dialog).findByRole('button', {
    name: /^Billing/,
  });
  choice.focus();
  await userEvent.keyboard('{Enter}');
  await waitFor(() =>
    expect(address()).toHaveTextContent('node=group%3Adefault%2Fbilling'),
  );
  expect(backend.askedOf('/v1/portfolio').at(-1)?.query.node).toBe(
    'group:default/billing',
  );
});

it('goes to another day with as much of a comparison, and keeps the choices while that is on its way', async () => {
  const backend = new RecordedBackend();
  show(<PortfolioPage />, backend, {
    path: '/executive/portfolio?compare=2025-11-28',
  });
  const field = await screen.findByLabelText('Day');
  expect(field).toHaveValue('2026-11-27');
  expect(
    screen.getByText(/Figures of .*2026, last looked at/),
  ).toBeInTheDocument();
  await userEvent.clear(field);
  await userEvent.type(field, '2026-06-30{Enter}');
  await waitFor(() =>
    expect(backend.askedOf('/v1/portfolio').at(-1)?.query).toEqual({
      day: '2026-06-30',
      compare: '2025-07-01',
    }),
  );
  expect(
    screen.getByRole('button', { name: /^Part of the organisation/ }),
  ).toBeInTheDocument();
});

it.each([
  ['portfolio', <PortfolioPage key="page" />, '/v1/portfolio'],
  ['questions', <QuestionsPage key="page" />, '/v1/questions'],
  ['productivity', <ProductivityPage key="page" />, '/v1/productivity'],
  ['success', <SuccessPage key="page" />, '/v1/success'],
])('says of %s why it is not there', async (name, page, route) => {
  const backend = new RecordedBackend({
    [`GET ${route}`]: new Failure(403, 'Not allowed'),
  });
  show(page, backend, { path: `/executive/${name}?node=group:default/other` });
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'executive.node.read',
  );
  expect(
    screen.getByRole('link', { name: /Begin at the top/ }),
  ).toHaveAttribute('href', `/executive/${name}`);
});

it('says when the first figures come, and offers to try again where something fails', async () => {
  const backend = new RecordedBackend({
    'GET /v1/portfolio': new Failure(
      404,
      'There is no snapshot yet: the first is taken some minutes after the portal has started',
    ),
  });
  show(<PortfolioPage />, backend);
  expect(
    await screen.findByRole('heading', { name: 'There is no snapshot yet' }),
  ).toBeInTheDocument();
  expect(screen.getByText(/some minutes after/)).toBeInTheDocument();
});

it('answers questions in words, with evidence on the same day', async () => {
  show(<QuestionsPage />, new RecordedBackend(), {
    path: '/executive/questions?day=2026-11-20',
  });
  const list = await screen.findByRole('list', {
    name: 'Which teams are below what is expected of them?',
  });
  expect(list).toHaveTextContent('Needs a look');
  expect(
    within(list).getByRole('link', { name: 'Services and what was compared' }),
  ).toHaveAttribute(
    'href',
    '/executive/portfolio?day=2026-11-20&node=group%3Adefault%2Fpayments&pillar=security',
  );
  expect(
    within(list).getByRole('link', { name: 'The service' }),
  ).toHaveAttribute(
    'href',
    '/catalog/default/component/payment-service/security',
  );
  expect(screen.getByText('Nothing waits for a decision.')).toBeInTheDocument();
});

it('shows throughput and stability with the caution, sorts, and says what is usual for a size', async () => {
  show(<ProductivityPage />, new RecordedBackend());
  expect(await screen.findByText(/never of a person/)).toBeInTheDocument();
  const table = await screen.findByRole('table', { name: 'Teams' });
  await within(table).findByText('better than usual');
  expect(within(table).getByText('worse than usual')).toBeInTheDocument();
  await userEvent.click(
    within(table).getByRole('button', { name: /^Deployment frequency/ }),
  );
  expect(within(table).getAllByRole('rowheader')[0]).toHaveTextContent(
    'Billing',
  );
  expect(screen.getByText('There are none here.')).toBeInTheDocument();
});

it('shows goals against the locked baseline, and why one is not known', async () => {
  show(<SuccessPage />, new RecordedBackend());
  expect(await screen.findByText('50.0% of the way')).toBeInTheDocument();
  expect(
    screen.getByText('40.0% shorter than in the baseline'),
  ).toBeInTheDocument();
  expect(screen.getByText('20.0% shorter')).toBeInTheDocument();
  expect(
    screen.getByText('Nothing was reported in the last 28 days.'),
  ).toBeInTheDocument();
  expect(screen.getByText(/locked since/)).toBeInTheDocument();
  expect(
    screen.queryByRole('button', { name: 'Choose the baseline' }),
  ).not.toBeInTheDocument();
});

it('chooses the baseline once, with a reason', async () => {
  const open = { ...answers.success, baseline: undefined };
  const backend = new RecordedBackend({
    'GET /v1/success': open,
    'PUT /v1/success/baseline': answers.success.baseline,
  });
  show(<SuccessPage />, backend);
  await userEvent.click(
    await screen.findByRole('button', { name: 'Choose the baseline' }),
  );
  const dialog = await screen.findByRole('dialog');
  const confirm = within(dialog).getByRole('button', {
    name: 'Choose and lock',
  });
  await userEvent.click(confirm);
  expect(await within(dialog).findByRole('alert')).toHaveTextContent(/Say why/);
  await userEvent.type(within(dialog).getByLabelText('Reason'), 'Before');
  const last = within(dialog).getByLabelText('Last day');
  await userEvent.clear(last);
  await userEvent.type(last, '2026-02-30');
  await userEvent.click(confirm);
  expect(await within(dialog).findByRole('alert')).toHaveTextContent(
    /Give both dates/,
  );
  await userEvent.clear(last);
  await userEvent.type(last, '2026-09-30');
  await userEvent.click(confirm);
  await waitFor(() => expect(dialog).not.toBeInTheDocument());
  expect(backend.askedOf('/v1/success/baseline')[0].body).toEqual({
    from: '2026-08-29',
    to: '2026-10-01',
    reason: 'Before',
  });
});

it('says what is expected in words, and what each version changed', async () => {
  show(<FormulaPage />, new RecordedBackend());
  expect(
    await screen.findByText(
      'Deployment frequency in 28 days: at least 1 per week; less than 0.25 per week is below what is expected.',
    ),
  ).toBeInTheDocument();
  const versions = screen.getByRole('list', { name: 'Versions' });
  expect(versions).toHaveTextContent('Security counts as much as delivery');
  expect(versions).toHaveTextContent('Security: weight 3 instead of 2');
});

it('exempts a service for some time, and ends that', async () => {
  const path =
    '/v1/exemptions/component%3Adefault%2Fledger-service%40delivery%402026-10-01';
  const backend = new RecordedBackend({
    'POST /v1/exemptions': new Failure(400, 'expected a component'),
    [`DELETE ${path}`]: {},
  });
  show(<FormulaPage />, backend);
  const end = await screen.findByRole('button', { name: /^End it/ });
  expect(
    screen.getByText('It is frozen until it is sold.'),
  ).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'New exemption' }));
  const dialog = await screen.findByRole('dialog');
  await userEvent.type(within(dialog).getByLabelText('Last day'), '2027-01-31');
  await userEvent.type(within(dialog).getByLabelText('Reason'), 'It is sold.');
  await userEvent.click(
    within(dialog).getByRole('button', { name: 'Exempt it' }),
  );
  expect(await within(dialog).findByRole('alert')).toHaveTextContent(
    'expected a component',
  );
  await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
  await userEvent.click(end);
  await waitFor(() => expect(backend.askedOf(path)).toHaveLength(1));
});

it('keeps what was typed where another version came first', async () => {
  const backend = new RecordedBackend({
    'PUT /v1/formula': new Failure(409, 'Version 3 came first'),
  });
  show(<FormulaPage />, backend);
  await userEvent.click(await screen.findByRole('button', { name: 'Change' }));
  const dialog = await screen.findByRole('dialog');
  const [weight] = within(dialog).getAllByLabelText('Weight');
  await userEvent.clear(weight);
  await userEvent.type(weight, '5');
  await userEvent.type(
    within(dialog).getByLabelText('Reason'),
    'It counts more',
  );
  await userEvent.click(
    within(dialog).getByRole('button', { name: 'Make the version' }),
  );
  expect(await within(dialog).findByRole('alert')).toHaveTextContent(
    'Version 3 came first',
  );
  expect(weight).toHaveValue('5');
});

it('is a tab of a group that leads to its portfolio', async () => {
  const backend = new RecordedBackend();
  show(<EntityPortfolio />, backend, {
    path: '/catalog/default/group/payments',
  });
  expect(
    await screen.findByRole('link', { name: 'Open it in the portfolio' }),
  ).toHaveAttribute(
    'href',
    '/executive/portfolio?node=group%3Adefault%2Fpayments&hierarchy=organisation',
  );
  expect(backend.askedOf('/v1/portfolio')[0].query).toMatchObject({
    node: 'group:default/payments',
    depth: '1',
  });
  expect(screen.getByRole('link', { name: 'Security' })).toHaveAttribute(
    'href',
    '/executive/portfolio?node=group%3Adefault%2Fpayments&hierarchy=organisation&pillar=security',
  );
});
