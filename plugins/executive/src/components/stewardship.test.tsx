import { Failure } from '@portal/plugin-metrics-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RecordedBackend, show, stewardshipAnswers } from '../__testUtils__';
import { DebtPage } from './Debt';
import { GoalsPage } from './Goals';
import { InvestmentPage } from './Investment';
import { ReturnsPage } from './Returns';

const [row] = stewardshipAnswers.investment.rows;

describe('investment', () => {
  it('says what initiatives cost and bring, and what could not be counted', async () => {
    show(<InvestmentPage />, new RecordedBackend());
    const list = await screen.findByRole('list', { name: 'Initiatives' });
    const [first, second] = within(list).getAllByRole('listitem');
    expect(first).toHaveTextContent('60.0% of the budget');
    expect(first).toHaveTextContent('At this rate €120,000 at the end');
    expect(first).toHaveTextContent(
      'Not counted: people of Payments, who have no rate for all of the time',
    );
    expect(first).toHaveTextContent(
      'Deployment frequency of Checkout from 1 per week to 3 per week, now 1.5 per week: 25.0% of the way; a straight line would be at 50.0%',
    );
    expect(second).toHaveTextContent('there is no rate for JPY');
    expect(second).toHaveTextContent('Written in a file in Git');
    expect(
      screen.getByText(/One more initiative has parts that you may not read/),
    ).toBeInTheDocument();
    expect(screen.getByText('25.0% of the total')).toBeInTheDocument();
  });

  it('refuses what makes no sense, and sends what was read with a change', async () => {
    const backend = new RecordedBackend({
      'PUT /v1/initiatives/one-checkout': row.initiative,
    });
    show(<InvestmentPage />, backend);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Change One checkout' }),
    );
    const dialog = await screen.findByRole('dialog');
    const systems = within(dialog).getByLabelText('Systems');
    expect(systems).toHaveValue('system:default/checkout 50%');
    await userEvent.clear(systems);
    await userEvent.type(systems, 'checkout');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(within(dialog).getByRole('alert')).toHaveTextContent(
      '"checkout" is no part',
    );
    await userEvent.clear(systems);
    await userEvent.type(systems, 'system:default/checkout 75%');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(
        backend.askedOf('/v1/initiatives/one-checkout')[0]?.body,
      ).toMatchObject({
        revision: 3,
        systems: [{ ref: 'system:default/checkout', share: 0.75 }],
        benefit: { kind: 'metric', target: 3 },
      }),
    );
  });

  it('shows what a change would do, and keeps nothing', async () => {
    const backend = new RecordedBackend();
    show(<InvestmentPage />, backend);
    const amount = await screen.findByLabelText('Amount in EUR');
    await userEvent.type(amount, '200000');
    await userEvent.click(screen.getByRole('button', { name: 'Move' }));
    expect(screen.getByRole('alert')).toHaveTextContent(
      'one-checkout has 100000, which is less than 200000',
    );
    await userEvent.clear(amount);
    await userEvent.type(amount, '20000');
    await userEvent.click(screen.getByRole('button', { name: 'Move' }));
    const after = await screen.findByRole('region', {
      name: 'Budgets after the moves',
    });
    expect(after).toHaveTextContent('€80,000');
    expect(after).toHaveTextContent('75.0%');
    expect(after).toHaveTextContent('2 months');
    expect(backend.asked.every(({ method }) => method === 'GET')).toBe(true);
  });
});

describe('debt', () => {
  it('is written down of a component', async () => {
    show(<DebtPage />, new RecordedBackend());
    await userEvent.click(
      await screen.findByRole('button', { name: 'Write down debt' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText('What is owed'), 'Old');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Write down' }),
    );
    expect(within(dialog).getByRole('alert')).toHaveTextContent(
      'Choose the component that has the debt.',
    );
  });

  it('has what is owed with its owner, and of how much the sums are', async () => {
    show(<DebtPage />, new RecordedBackend());
    const register = await screen.findByRole('region', {
      name: 'Register of debt',
    });
    expect(register).toHaveTextContent('Releases are done by hand');
    expect(register).toHaveTextContent('Nobody owns it');
    expect(register).not.toHaveTextContent('Two databases');
    expect(screen.getByText('1 of 2 estimated')).toBeInTheDocument();
    expect(screen.getByText('More debt is made than paid')).toBeInTheDocument();
    const support = await screen.findByRole('region', {
      name: 'End of support',
    });
    expect(support).toHaveTextContent('Ended Apr 30');
    expect(screen.getByText(/Not known: cobol@85/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: 'Paid' }));
    expect(await screen.findByText('Two databases')).toBeInTheDocument();
  });

  it('lets people estimate what a rule found, with the revision that they read', async () => {
    const id = 'end-of-life:nodejs@18:component:default/checkout-service';
    const path = `/v1/debt-items/${encodeURIComponent(id)}`;
    const backend = new RecordedBackend({
      [`PUT ${path}`]: new Failure(409, 'it was changed meanwhile'),
    });
    show(<DebtPage />, backend);
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Estimate Support of Node.js 18 ends',
      }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(
      within(dialog).getByLabelText('To be rid of it, in hours'),
      '24',
    );
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'it was changed meanwhile',
    );
    expect(backend.askedOf(path)[0].body).toMatchObject({
      revision: 1,
      fixHours: 24,
    });
    expect(backend.askedOf(path)[0].body).not.toHaveProperty('interestHours');
  });
});

describe('returns', () => {
  it('has worth, cost and what is decided, and says what is not known', async () => {
    show(<ReturnsPage />, new RecordedBackend());
    const table = await screen.findByRole('region', {
      name: 'Services with their returns',
    });
    const [, first, second] = within(table).getAllByRole('row');
    expect(first).toHaveTextContent('€300,000');
    expect(first).toHaveTextContent('the figures say migrate');
    expect(second).toHaveTextContent('nobody declared what it is worth');
    expect(second).toHaveTextContent('Tolerate');
    expect(second).toHaveTextContent('It is sold next year.');
    expect(
      screen.getByText('1 of 2 services can be placed'),
    ).toBeInTheDocument();
  });

  it('declares a worth with its measure, and nothing without one', async () => {
    const path = '/v1/returns/component/default/ledger-service/value';
    const backend = new RecordedBackend({
      [`PUT ${path}`]: stewardshipAnswers.returns.services[1],
    });
    show(<ReturnsPage />, backend);
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Declare the value of ledger-service',
      }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(
      within(dialog).getByLabelText('Worth a year, in EUR'),
      '5000',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Declare' }),
    );
    expect(within(dialog).getByRole('alert')).toHaveTextContent(
      'Say how it is measured',
    );
    await userEvent.type(
      within(dialog).getByLabelText('How it is measured'),
      'Audits passed',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Declare' }),
    );
    await waitFor(() =>
      expect(backend.askedOf(path)[0]?.body).toEqual({
        value: {
          kind: 'money',
          perYear: { amount: '5000', currency: 'EUR' },
          measure: 'Audits passed',
        },
      }),
    );
  });
});

describe('what people cost', () => {
  it('is set for groups of three or more', async () => {
    const [rate] = stewardshipAnswers.peopleRates.items;
    const backend = new RecordedBackend({ 'PUT /v1/people-rates': rate });
    show(<InvestmentPage />, backend);
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Change the rate of group:default/payments from 2026-01-01',
      }),
    );
    const dialog = await screen.findByRole('dialog');
    const people = within(dialog).getByLabelText('People, full time');
    await userEvent.clear(people);
    await userEvent.type(people, '2');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(within(dialog).getByRole('alert')).toHaveTextContent(
      'would show what one of them costs',
    );
    await userEvent.clear(people);
    await userEvent.type(people, '9');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(backend.askedOf('/v1/people-rates')).toContainEqual(
        expect.objectContaining({
          body: expect.objectContaining({ people: 9, revision: 4 }),
        }),
      ),
    );
  });
});

describe('goals', () => {
  it('say how far they are, and why that is not known', async () => {
    show(<GoalsPage />, new RecordedBackend());
    expect(
      await screen.findByRole('heading', {
        name: 'Checkout delivers every day',
      }),
    ).toBeInTheDocument();
    expect(
      screen.getByText('25.0% of the way, 50.0% of the time'),
    ).toBeInTheDocument();
    expect(screen.getByText('1 behind')).toBeInTheDocument();
    expect(screen.getByText('1 not known')).toBeInTheDocument();
    expect(screen.getByText(/Nobody publishes the figure/)).toBeInTheDocument();
    expect(
      screen.getByText(/One more goal is of parts that you may not read/),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Change Fewer findings' }),
    ).not.toBeInTheDocument();
  });

  it('are changed with what was read, or taken away', async () => {
    const [{ goal }] = stewardshipAnswers.goals.rows;
    const backend = new RecordedBackend({
      'PUT /v1/goals/checkout-daily': goal,
      'DELETE /v1/goals/checkout-daily': {},
    });
    show(<GoalsPage />, backend);
    const change = await screen.findByRole('button', {
      name: 'Change Checkout delivers every day',
    });
    await userEvent.click(change);
    const dialog = await screen.findByRole('dialog');
    const target = within(dialog).getByLabelText(/^Target/);
    await userEvent.clear(target);
    await userEvent.type(target, 'daily');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(within(dialog).getByRole('alert')).toHaveTextContent(
      'The target is "daily"; give a number',
    );
    await userEvent.clear(target);
    await userEvent.type(target, '7');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(
        backend.askedOf('/v1/goals/checkout-daily')[0]?.body,
      ).toMatchObject({
        revision: 2,
        target: 7,
        baseline: { value: 1, day: '2026-06-01' },
      }),
    );
  });
});

describe('a wall', () => {
  it('shows the page alone, goes on to the next one, and is left by Escape', async () => {
    show(<GoalsPage />, new RecordedBackend(), {
      path: '/executive/goals?node=group%3Adefault%2Fpayments&wall=0',
    });
    const wall = await screen.findByRole('region', { name: /Goals on a wall/ });
    expect(
      await within(wall).findByRole('heading', {
        name: 'Checkout delivers every day',
      }),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Take along' }),
    ).not.toBeInTheDocument();
    await userEvent.selectOptions(
      within(wall).getByRole('combobox', { name: 'Next page' }),
      '60',
    );
    expect(screen.getByLabelText('Address')).toHaveTextContent('wall=60');
    await userEvent.click(
      within(wall).getByRole('button', { name: 'Next page' }),
    );
    expect(screen.getByLabelText('Address')).toHaveTextContent(
      '/executive/debt?node=group%3Adefault%2Fpayments&wall=60',
    );
    await userEvent.keyboard('{Escape}');
    expect(screen.getByLabelText('Address')).not.toHaveTextContent('wall');
  });
});
