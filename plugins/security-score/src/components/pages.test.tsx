import {
  Failure,
  RecordedAnswers,
  type Asked,
} from '@portal/plugin-metrics-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { answers, RecordedBackend, show } from '../__testUtils__';
import { AffectedPage } from './Affected';
import { EntitySecurity } from './EntitySecurity';
import { ExceptionsPage } from './Exceptions';
import { FindingsPage } from './Findings';
import { FormulaPage } from './Formula';
import { LicencesPage } from './Licences';
import { OverviewPage } from './Overview';
import { ReportsPage } from './Reports';
import { SecurityScoreWidget } from './SecurityScoreWidget';

const [first] = answers.findings.items;
const board = {
  period: { from: '2026-11-01T00:00:00Z', to: '2026-12-01T00:00:00Z' },
  environments: [],
};

it('shows which services are how safe, and asks for another order', async () => {
  const backend = new RecordedBackend();
  show(<OverviewPage />, backend);
  const table = await screen.findByRole('table', { name: 'Services' });
  expect(within(table).getAllByRole('row')).toHaveLength(
    answers.scores.items.length + 1,
  );
  expect(
    screen.getByText(/59 of 61 services have a score/),
  ).toBeInTheDocument();
  await userEvent.click(
    screen.getByRole('button', { name: /What comes first/ }),
  );
  await userEvent.click(screen.getByRole('option', { name: 'Most overdue' }));
  await waitFor(() =>
    expect(backend.askedOf('/v1/scores').at(-1)?.query.order).toBe('overdue'),
  );
});

it('shows how the scores of a scope were, by week', async () => {
  const at = (days: number) =>
    new Date(Date.now() - days * 86_400_000).toISOString();
  const buckets = [21, 14, 7].map(days => ({
    from: at(days).slice(0, 10),
    to: at(days - 7).slice(0, 10),
    complete: days > 7,
  }));
  const pointOf = (p50: number) => ({
    value: { state: 'ok', unit: 'points', sampleSize: 3 },
    distribution: {
      count: 3,
      quantiles: { p25: p50 - 10, p50, p75: p50 + 10 },
    },
  });
  const metrics = new RecordedAnswers('metrics', {
    'POST /v1/query/trend': {
      buckets,
      scopes: [
        {
          metrics: [
            { metricId: 'securityScore', points: [61, 62, 63].map(pointOf) },
          ],
        },
      ],
    },
  });
  const change = {
    at: at(10),
    version: '2',
    summary: 'Formula 2 follows 1: scores before and after are not compared',
  };
  show(
    <OverviewPage />,
    new RecordedBackend({
      'GET /v1/formula': { ...answers.formula, changes: [change] },
    }),
    '?scope=group:default/payments',
    metrics,
  );
  expect(
    await screen.findByText(
      'Security score by week, the middle half of the services',
    ),
  ).toBeInTheDocument();
  expect(metrics.askedOf('/v1/query/trend')[0].body).toMatchObject({
    metricIds: ['securityScore'],
    scopes: ['group:default/payments'],
  });
});

it('lets a reader go on typing while answers come, and keeps the text in the address', async () => {
  const backend = new RecordedBackend();
  show(<OverviewPage />, backend);
  await screen.findByRole('table', { name: 'Services' });
  const field = screen.getByRole('searchbox', { name: 'Find a service' });
  await userEvent.type(field, 'claims');
  await waitFor(() =>
    expect(backend.askedOf('/v1/scores').at(-1)?.query.text).toBe('claims'),
  );
  await screen.findByRole('table', { name: 'Services' });
  expect(field).toHaveFocus();
  await userEvent.type(field, '-service');
  await waitFor(() =>
    expect(screen.getByLabelText('Address')).toHaveTextContent(
      'text=claims-service',
    ),
  );
});

it('shows what a score is made of, what is worth most, and who scans', async () => {
  show(<EntitySecurity />, new RecordedBackend());
  const parts = await screen.findByRole('list', { name: 'Parts of the score' });
  expect(within(parts).getAllByRole('listitem')).toHaveLength(
    answers.score.parts.length,
  );
  expect(parts).toHaveTextContent('It is left out of the score.');
  await screen.findByText(/The score when all of them are done/);
  expect(
    await screen.findByRole('list', { name: 'Findings' }),
  ).toHaveTextContent(first.name);
});

it('shows how old the secrets of a service are where it says where they are', async () => {
  const backend = new RecordedBackend({
    'GET /v1/entities/component/default/contract-service/secrets': {
      connected: true,
      complete: true,
      rotateAfterDays: 90,
      items: [
        {
          name: 'contract/database',
          version: 4,
          createdAt: '2024-01-01T00:00:00.000Z',
          rotatedAt: '2025-01-01T00:00:00.000Z',
          rotateBy: '2025-04-01T00:00:00.000Z',
          overdue: true,
          url: 'https://vault.example.com/ui/vault/secrets/secret/kv/contract%2Fdatabase',
        },
      ],
    },
  });
  show(<EntitySecurity />, backend, '', undefined, {
    'vault.io/secrets-path': 'contract',
  });
  const table = await screen.findByText(
    '1 of 1 were not rotated for more than 90 days.',
  );
  expect(table).toBeInTheDocument();
  expect(
    screen.getByRole('row', { name: /contract\/database/ }),
  ).toHaveTextContent(/Overdue since .*2025.*4$/);
  expect(
    screen.getByRole('link', { name: 'contract/database' }),
  ).toHaveAttribute(
    'href',
    expect.stringMatching(/^https:\/\/vault\.example\.com\//),
  );
});

it('says once that the findings of a service are for others, and asks for no more of them', async () => {
  const backend = new RecordedBackend({
    'GET /v1/entities/component/default/contract-service/upgrades': new Failure(
      403,
      'Those of another team',
    ),
  });
  show(<EntitySecurity />, backend);
  await screen.findByRole('list', { name: 'Parts of the score' });
  expect(
    await screen.findAllByText('You may not see security findings'),
  ).toHaveLength(1);
  expect(screen.queryByText('Upgrades')).toBeNull();
  expect(backend.askedOf('/v1/findings')).toEqual([]);
  expect(backend.askedOf('/v1/scans')).toEqual([]);
});

it('invites to send a report where nothing is known', async () => {
  show(
    <EntitySecurity />,
    new RecordedBackend({
      'GET /v1/entities/component/default/contract-service/score': {
        ...answers.score,
        state: 'not-configured',
        score: undefined,
        grade: undefined,
      },
    }),
  );
  expect(
    await screen.findByRole('heading', {
      name: 'Nothing is known of this service yet',
    }),
  ).toBeInTheDocument();
});

it('keeps filters in the address, and shows everything of a finding', async () => {
  const backend = new RecordedBackend();
  show(<FindingsPage />, backend, '?severity=critical');
  await screen.findByRole('list', { name: 'Findings' });
  expect(backend.askedOf('/v1/findings').at(-1)?.query).toMatchObject({
    severity: 'critical',
    state: 'open',
  });
  await userEvent.click(screen.getByRole('checkbox', { name: 'Overdue only' }));
  await waitFor(() =>
    expect(screen.getByLabelText('Address')).toHaveTextContent('overdue=true'),
  );
  await userEvent.click(
    (
      await screen.findAllByRole('button', { name: new RegExp(first.name) })
    )[0],
  );
  const dialog = await screen.findByRole('dialog');
  expect(await within(dialog).findByText('Who sees it')).toBeInTheDocument();
  expect(dialog).toHaveTextContent(answers.finding.sightings[0].tool);
});

it('forgets what was chosen when another filter hides it', async () => {
  show(<FindingsPage />, new RecordedBackend());
  await userEvent.click(
    (
      await screen.findAllByRole('checkbox', { name: /^Choose / })
    )[0],
  );
  expect(screen.getByText('1 chosen')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('checkbox', { name: 'Overdue only' }));
  await screen.findByRole('list', { name: 'Findings' });
  expect(screen.queryByText('1 chosen')).not.toBeInTheDocument();
});

it('triages what is chosen, with a reason where it leaves the score', async () => {
  const backend = new RecordedBackend({
    'POST /v1/findings/triage': { changed: 1 },
  });
  show(<FindingsPage />, backend);
  await userEvent.click(
    (
      await screen.findAllByRole('checkbox', { name: /^Choose / })
    )[0],
  );
  await userEvent.click(screen.getByRole('button', { name: 'Triage' }));
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(
    within(dialog).getByRole('button', { name: /What is it/ }),
  );
  await userEvent.click(screen.getByRole('option', { name: 'False positive' }));
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
  expect(await within(dialog).findByRole('alert')).toHaveTextContent(/Say why/);
  await userEvent.type(
    within(dialog).getByLabelText('Reason'),
    'An example from the docs',
  );
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(dialog).not.toBeInTheDocument());
  expect(backend.askedOf('/v1/findings/triage')[0].body).toEqual({
    ids: [first.id],
    triage: 'false-positive',
    reason: 'An example from the docs',
  });
});

it('approves an exception, and says what was wrong where that fails', async () => {
  const [exception] = answers.exceptions.items;
  const path = `/v1/exceptions/${exception.id}/decision`;
  const backend = new RecordedBackend({
    [`POST ${path}`]: new Failure(403, 'Nobody decides on their own'),
  });
  show(<ExceptionsPage />, backend);
  const list = await screen.findByRole('list', { name: 'Exceptions' });
  await userEvent.click(
    within(list).getAllByRole('button', { name: 'Approve' })[0],
  );
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(
    within(dialog).getByRole('button', { name: 'Approve' }),
  );
  expect(await within(dialog).findByRole('alert')).toHaveTextContent(
    'Nobody decides on their own',
  );
  expect(backend.askedOf(path)[0].body).toEqual({ decision: 'approve' });
});

it('shows the exception that a notification leads to, also where it is further down', async () => {
  const { items, ...page } = answers.exceptions;
  const named = { ...items[0], id: 'the-named-one' };
  const backend = new RecordedBackend({
    'GET /v1/exceptions': ({ query }: Asked) =>
      query.cursor
        ? { ...page, items: [named], nextCursor: undefined }
        : { ...page, items, nextCursor: 'further-down' },
  });
  show(<ExceptionsPage />, backend, '?exception=the-named-one');
  await waitFor(() =>
    expect(
      screen
        .getAllByRole('listitem')
        .filter(item => item.getAttribute('aria-current') === 'true'),
    ).toHaveLength(1),
  );
  expect(backend.askedOf('/v1/exceptions')).toHaveLength(2);
});

it('asks where a vulnerability is, and says what can not be known', async () => {
  const backend = new RecordedBackend();
  show(<AffectedPage />, backend, '?q=CVE-2021-44228');
  expect(
    await screen.findByText(/services? (is|are) affected/),
  ).toBeInTheDocument();
  expect(screen.getByText(/have no inventory/)).toBeInTheDocument();
  await userEvent.clear(screen.getByLabelText('Vulnerability or package'));
  await userEvent.type(
    screen.getByLabelText('Vulnerability or package'),
    'log4j-core',
  );
  await userEvent.type(
    screen.getByLabelText('Versions (of a package)'),
    '<2.17.1',
  );
  await userEvent.click(
    screen.getByRole('button', { name: 'Where are we affected?' }),
  );
  await waitFor(() =>
    expect(backend.askedOf('/v1/affected').at(-1)?.query).toMatchObject({
      package: 'log4j-core',
      range: '<2.17.1',
    }),
  );
});

it('shows licences, reports and the formula', async () => {
  const backend = new RecordedBackend();
  show(
    <>
      <LicencesPage />
      <ReportsPage />
      <FormulaPage />
    </>,
    backend,
  );
  expect(
    await screen.findByRole('table', { name: 'Licences' }),
  ).toHaveTextContent(answers.licences.items[0].licence);
  expect(
    await screen.findByRole('table', { name: 'Reports' }),
  ).toHaveTextContent(answers.reports.items[0].tool);
  expect(await screen.findByText(/This is formula 1/)).toBeInTheDocument();
});

it('says why findings are not there, and which permission is needed', async () => {
  show(
    <FindingsPage />,
    new RecordedBackend({
      'GET /v1/findings': new Failure(403, 'Not allowed'),
    }),
  );
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'security-score.finding.read',
  );
});

it('is a tile on a board, of a service and of a portfolio', async () => {
  show(
    <>
      <SecurityScoreWidget
        {...board}
        settings={{ scope: 'component:default/contract-service' }}
      />
      <SecurityScoreWidget {...board} settings={{ scope: 'everything' }} />
    </>,
    new RecordedBackend(),
  );
  expect(
    await screen.findByText(/59 of 61 services have a score/),
  ).toBeInTheDocument();
  expect(await screen.findByText(/covered/)).toBeInTheDocument();
  expect(
    screen.getAllByRole('link', { name: 'Security score' })[0],
  ).toHaveAttribute(
    'href',
    '/catalog/default/component/contract-service/security',
  );
});
