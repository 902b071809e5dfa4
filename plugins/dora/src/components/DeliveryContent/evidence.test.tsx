import { renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import type { DeploymentDetail } from '@portal/plugin-dora-common';
import { doraApiRef } from '../../api';
import { deployment, explanation, InMemoryDoraApi } from '../../testing';
import { DeliveryContent } from '.';

// The first test loads the charts, and a dialog with many roles is slow to search.
jest.setTimeout(30_000);

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'portal',
    namespace: 'default',
    annotations: {
      'backstage.io/source-location':
        'url:https://git.example.com/team/portal/tree/main/',
    },
  },
};

function Address() {
  return <output aria-label="Address">{useLocation().search}</output>;
}

function show(api: InMemoryDoraApi, query = '') {
  renderInTestApp(
    <EntityProvider entity={entity}>
      <DeliveryContent />
      <Address />
    </EntityProvider>,
    { apis: [[doraApiRef, api]], initialRouteEntries: [`/${query}`] },
  );
}

// A dialog hides what is behind it from assistive technology.
const address = () => screen.getByLabelText('Address');
const link = (day: number) => ({
  id: `deployment-${day}`,
  tag: `v1.${day}.0`,
  deployedAt: deployment(day).deployedAt,
});

const failed: DeploymentDetail = {
  ...link(7),
  sha: '07'.repeat(20),
  environment: 'production',
  url: 'https://ci.example.com/runs/7',
  baseline: false,
  demo: false,
  reasons: [
    {
      kind: 'revert',
      evidence: [
        { type: 'deployment', id: 'deployment-8', deployment: link(8) },
        { type: 'change', id: 'c0ffee'.repeat(7).slice(0, 40) },
      ],
    },
    {
      kind: 'same-service',
      evidence: [
        {
          type: 'incident',
          id: 'i1',
          title: 'Checkout is down',
          url: 'https://incidents.example.com/1',
          openedAt: '2025-11-07T10:00:00.000Z',
        },
      ],
    },
  ],
  recovery: { hours: 4.2, deployment: link(8) },
  repaired: [],
  changes: 3,
  items: [
    {
      sha: 'abcdef0'.padEnd(40, '1'),
      committedAt: '2025-11-06T09:00:00.000Z',
      leadTime: 24,
      isMerge: false,
      kind: 'fix',
      pullRequest: {
        number: 12,
        url: 'https://git.example.com/pulls/12',
        coding: 2,
        review: 20,
        mergeToDeploy: 2,
      },
    },
    {
      sha: 'beef'.repeat(10),
      committedAt: '2025-11-05T09:00:00.000Z',
      leadTime: 48,
      isMerge: false,
      pullRequest: { number: 11 },
    },
  ],
};

it('says why a deployment failed, what repaired it, and what it brought', async () => {
  const api = new InMemoryDoraApi();
  api.deployments = [
    deployment(8, { rework: true }),
    deployment(7, { failed: true, reasons: ['revert'] }),
  ];
  api.details = {
    'deployment-7': failed,
    'deployment-8': {
      ...failed,
      ...link(8),
      reasons: [],
      recovery: undefined,
      repaired: [link(7)],
      changes: 0,
      items: [],
    },
  };
  show(api, '?period=365');
  await userEvent.click(await screen.findByRole('link', { name: 'v1.7.0' }));
  expect(address()).toHaveTextContent('?period=365&deployment=deployment-7');

  const dialog = await screen.findByRole('dialog', {
    name: 'Deployment v1.7.0',
  });
  expect(dialog).toHaveTextContent(
    'A later deployment took back a change that it brought.',
  );
  expect(dialog).toHaveTextContent(
    'An incident of this service began soon after it.',
  );
  expect(
    within(dialog).getByRole('link', { name: /Checkout is down/ }),
  ).toHaveAttribute('href', 'https://incidents.example.com/1');
  expect(dialog).toHaveTextContent('Repaired by v1.8.0 after 4 h 12 m.');
  expect(within(dialog).getByRole('link', { name: /#12/ })).toHaveAttribute(
    'href',
    'https://git.example.com/pulls/12',
  );
  expect(dialog).toHaveTextContent(
    'coding 2 h, review 20 h, merge to deploy 2 h',
  );
  expect(dialog).toHaveTextContent('The newest 2 of 3 are shown.');
  // The request without an address of its own, and every commit, by where the source of the component is.
  const repository = 'https://git.example.com/team/portal';
  for (const [name, page] of [
    ['#11', 'pull/11'],
    ['abcdef0', `commit/${'abcdef0'.padEnd(40, '1')}`],
    ['0707070', `commit/${'07'.repeat(20)}`],
    ['c0ffeec', `commit/${'c0ffee'.repeat(7).slice(0, 40)}`],
  ]) {
    expect(within(dialog).getByRole('link', { name })).toHaveAttribute(
      'href',
      `${repository}/${page}`,
    );
  }

  const [, repairer] = within(dialog).getAllByRole('link', { name: 'v1.8.0' });
  await userEvent.click(repairer);
  const other = await screen.findByRole('dialog', {
    name: 'Deployment v1.8.0',
  });
  expect(other).toHaveTextContent('Rework: it repaired v1.7.0.');
  expect(other).toHaveTextContent('No failure of it is known.');

  await userEvent.click(within(other).getByRole('button', { name: 'Close' }));
  await waitFor(() =>
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
  );
  expect(address()).toHaveTextContent('?period=365');
});

it('opens a deployment by its link, and says when there is none', async () => {
  show(new InMemoryDoraApi(), '?deployment=gone');
  const dialog = await screen.findByRole('dialog', { name: 'Deployment' });
  expect(await within(dialog).findByRole('alert')).toHaveTextContent(
    /has no deployment gone/,
  );
});

it('explains the chosen figure with the numbers of the period', async () => {
  show(new InMemoryDoraApi(), '?metric=changeFailRate');
  const explain = await screen.findByRole('button', {
    name: 'Explain: change fail rate',
  });
  expect(explain).toHaveAttribute('aria-expanded', 'false');
  await userEvent.click(explain);
  expect(address()).toHaveTextContent('explain=yes');
  expect(screen.getByText('27 deployments ÷ 12.86 weeks')).toBeInTheDocument();
  expect(
    screen.getByRole('list', { name: 'What is left out, and why' }),
  ).toHaveTextContent(
    '1 first known deployment: nobody knows what ran before it',
  );
  expect(
    screen.getByRole('link', { name: 'How every figure is defined' }),
  ).toBeInTheDocument();
});

it('lists what is charged to no deployment under the rate that leaves it out', async () => {
  const api = new InMemoryDoraApi();
  api.pageSize = 1;
  api.unattributed = ([7, 6] as const).map(day => ({
    entityRef: 'component:default/portal',
    kind: day === 7 ? 'incident' : 'deployment',
    id: `report-${day}`,
    source: 'pagerduty',
    title: day === 7 ? 'Checkout is down' : undefined,
    url: `https://incidents.example.com/${day}`,
    at: deployment(day).deployedAt,
    reason: day === 7 ? 'no-recent-deployment' : 'not-found',
  }));
  show(api, '?metric=changeFailRate&explain=yes');
  const list = await screen.findByRole('list', {
    name: 'Charged to no deployment',
  });
  expect(
    within(list).getByRole('link', { name: 'Checkout is down' }),
  ).toHaveAttribute('href', 'https://incidents.example.com/7');
  expect(list).toHaveTextContent(/Incident, from pagerduty, .*near enough/);

  await userEvent.click(screen.getByRole('button', { name: 'Load more' }));
  expect(
    await within(list).findByRole('link', { name: 'report-6' }),
  ).toBeInTheDocument();
  expect(list).toHaveTextContent(/Rollback, from pagerduty, .*is not known/);

  // It says nothing of the other figures.
  await userEvent.click(
    screen.getByRole('button', { name: 'Change lead time' }),
  );
  await waitFor(() => expect(list).not.toBeInTheDocument());
});

it('leads from a point of the trend to its deployments', async () => {
  const api = new InMemoryDoraApi();
  api.deployments = [deployment(7)];
  show(api, '?from=2025-10-06&to=2025-11-16');
  const chart = await screen.findByRole('slider', {
    name: 'Deployment frequency over time',
  });
  chart.focus();
  await userEvent.keyboard('{Home}{Enter}');
  expect(address()).toHaveTextContent('?from=2025-10-06&to=2025-10-26');
  // The reader is where the deployments are.
  const list = await screen.findByRole('grid', {
    name: 'Deployments, newest first',
  });
  await waitFor(() =>
    expect(document.activeElement?.contains(list)).toBe(true),
  );
});

it('ranks by the report that was chosen, and keeps the choice in the address', async () => {
  const api = new InMemoryDoraApi();
  show(api);
  await screen.findByText('2.1 per week');
  await userEvent.click(
    screen.getByRole('button', { name: /Tiers of the report of/ }),
  );
  await userEvent.click(await screen.findByRole('option', { name: '2019' }));
  expect(
    (await screen.findAllByText(/in DORA's 2019 report/)).length,
  ).toBeGreaterThan(0);
  expect(address()).toHaveTextContent('?edition=2019');
});

it('compares the Quick Check score with an industry and a size', async () => {
  const api = new InMemoryDoraApi();
  show(api, '?size=nonsense');
  await screen.findByRole('heading', { name: /Quick Check score/ });
  expect(screen.getAllByText(/^All industries: /)).toHaveLength(6);

  await userEvent.click(screen.getByRole('button', { name: /Industry/ }));
  await userEvent.click(
    await screen.findByRole('option', { name: 'Insurance' }),
  );
  expect(await screen.findAllByText(/^Insurance: /)).toHaveLength(6);
  expect(screen.queryByText(/^All industries: /)).not.toBeInTheDocument();

  await userEvent.click(
    screen.getByRole('button', { name: /Size of the organisation/ }),
  );
  await userEvent.click(
    await screen.findByRole('option', { name: '2 to 9 employees' }),
  );
  expect(await screen.findAllByText(/^2 to 9 employees: /)).toHaveLength(6);
  expect(screen.getAllByText(/^Insurance: /)).toHaveLength(6);
  expect(address()).toHaveTextContent('industry=insurance');
});

it('shows where the lead time begins and goes, and the Quick Check score', async () => {
  const api = new InMemoryDoraApi();
  const spread = { count: 40, p50: 5, p75: 30, p90: 50 };
  api.explanation = {
    ...explanation,
    leadTimes: { fromCommit: spread, fromMerge: spread, review: spread },
  };
  show(api);
  const begins = await screen.findByRole('table', { name: 'Where it begins' });
  const rows = within(begins).getAllByRole('row');
  expect(rows).toHaveLength(3);
  expect(rows[1]).toHaveTextContent(/From commit.*5 h1 d 6 h2 d 2 h40/);
  expect(
    screen.getByRole('table', { name: 'Where it goes' }),
  ).toHaveTextContent('Review');
  expect(
    screen.getByRole('heading', { name: /Quick Check score: .* of 10/ }),
  ).toBeInTheDocument();
  expect(
    await screen.findByRole(
      'slider',
      { name: 'Deployments by day' },
      { timeout: 20_000 },
    ),
  ).toBeInTheDocument();
});

it('asks for one production environment where there are several', async () => {
  const api = new InMemoryDoraApi();
  api.explanation = {
    ...explanation,
    environments: [
      { name: 'production-eu', deployments: 20 },
      { name: 'production-us', deployments: 7 },
    ],
  };
  show(api, '?environment=production-us');
  expect(
    await screen.findByRole('button', { name: /Production environment/ }),
  ).toHaveTextContent('production-us');
  expect(
    api.asked.every(({ environment }) => environment === 'production-us'),
  ).toBe(true);
});
