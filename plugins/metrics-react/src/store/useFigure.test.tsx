import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  MetricsClient,
  type MetricsAnswer,
  type MetricsQuestion,
} from '@portal/plugin-metrics-common';
import { MetricTile } from '../components';
import { explainFailure } from '../components/LoadFailure';
import { frequencyDefinition, waitingTimeDefinition } from '../testUtils';
import { BatchingMetrics } from './BatchingMetrics';
import { metricsApiRef } from './metricsApiRef';
import { useFigure } from './useFigure';

const buckets = [
  { from: '2026-01-05', to: '2026-01-12', complete: true },
  { from: '2026-01-12', to: '2026-01-19', complete: false },
];
const perWeek = (value: number) =>
  ({ state: 'ok', value, unit: '1/week', sampleSize: 12 } as const);

function answerTo(question: MetricsQuestion): MetricsAnswer {
  if ('definitions' in question) {
    const more = { publisher: 'x', windows: [28] as const, dimensions: [] };
    return {
      definitions: [frequencyDefinition, waitingTimeDefinition].map(
        definition => ({ ...definition, ...more, windows: [...more.windows] }),
      ),
    };
  }
  const [request] = Object.values(question);
  const metricId = request.metricIds[0];
  if (metricId === 'none') {
    return {
      error: { name: 'NotFoundError', message: 'There is no metric "none"' },
      response: { statusCode: 404 },
    };
  }
  if ('latest' in question) {
    return {
      latest: {
        entityRefs: question.latest.entityRefs ?? [],
        metrics: [
          {
            metricId,
            day: '2026-01-14',
            window: 28,
            values: [perWeek(3)],
            previous: [perWeek(2)],
          },
        ],
      },
    };
  }
  if ('series' in question) {
    const series = [[perWeek(2), perWeek(4)]];
    return {
      series: { entityRefs: [], buckets, metrics: [{ metricId, series }] },
    };
  }
  const spread = {
    coverage: { have: 2, of: 3 },
    value: { state: 'ok', unit: 'h', sampleSize: 2 } as const,
    distribution: {
      count: 2,
      quantiles: { min: 1, p10: 1, p25: 2, p50: 3, p75: 4, p90: 5, max: 5 },
      histogram: [],
    },
  };
  const [scope] =
    'rollup' in question ? question.rollup.scopes : question.trend.scopes;
  return 'rollup' in question
    ? {
        rollup: {
          scopes: [
            {
              scope,
              metrics: [
                {
                  metricId,
                  aggregation: 'distribution',
                  period: { from: '2025-12-18', to: '2026-01-15' },
                  previous: spread,
                  ...spread,
                },
              ],
            },
          ],
        },
      }
    : {
        trend: {
          buckets,
          scopes: [
            {
              scope,
              metrics: [
                {
                  metricId,
                  aggregation: 'distribution',
                  points: [spread, spread],
                },
              ],
            },
          ],
        },
      };
}

function Tile(props: { metricId: string; subject: string }) {
  const { result, reload } = useFigure(props);
  if (result.state === 'loading') {
    return <p>Loading</p>;
  }
  if (result.state === 'failed') {
    const { short } = explainFailure(result.error, { subject: 'figures' });
    return <p>{short}</p>;
  }
  const { coverage, distribution, points, previous, ...figure } = result.value;
  return (
    <>
      <MetricTile
        {...figure}
        points={points}
        previous={previous}
        before="the 28 days before"
        onRetry={reload}
        action={{ kind: 'link', href: '/figure' }}
      />
      <button onClick={reload}>Reload {props.subject}</button>
      <p>{figure.period.from}</p>
      <p>{points.map(({ complete }) => String(complete)).join()}</p>
      {coverage && distribution ? (
        <p>
          {coverage.have} of {coverage.of}, half below{' '}
          {distribution.quantiles.p50}
        </p>
      ) : undefined}
    </>
  );
}

it('fills all tiles of a board with one request for the figures and what they mean', async () => {
  const sent: string[] = [];
  const questions: MetricsQuestion[] = [];
  const client = new MetricsClient({
    discoveryApi: { getBaseUrl: async () => 'http://store' },
    fetchApi: {
      fetch: async (url, init) => {
        sent.push(String(url));
        const body = JSON.parse(String(init?.body));
        questions.push(...body.questions);
        return Response.json({ answers: body.questions.map(answerTo) });
      },
    },
  });
  renderInTestApp(
    <>
      <Tile metricId="releaseFrequency" subject="component:default/shop" />
      <Tile metricId="waitingTime" subject="group:default/red" />
      <Tile metricId="none" subject="component:default/shop" />
    </>,
    { apis: [[metricsApiRef, BatchingMetrics.create({ client })]] },
  );
  expect(await screen.findByText('3 per week')).toBeInTheDocument();
  expect(screen.getByText(/more, better/)).toBeInTheDocument();
  expect(screen.getByText('2 of 3, half below 3')).toBeInTheDocument();
  expect(screen.getByText('Not found')).toBeInTheDocument();
  expect(screen.getAllByText('2025-12-18T00:00:00.000Z')).toHaveLength(2);
  expect(screen.getAllByText('true,false')).toHaveLength(2);
  expect(sent).toEqual(['http://store/v1/query/batch']);
  expect(questions.map(question => Object.keys(question)[0])).toEqual([
    'definitions',
    'latest',
    'series',
    'rollup',
    'trend',
    'latest',
    'series',
  ]);

  await userEvent.click(
    screen.getByRole('button', { name: 'Reload group:default/red' }),
  );
  // While it is asked again the figure stays, and what is meant is known.
  expect(screen.getByText('2 of 3, half below 3')).toBeInTheDocument();
  await waitFor(() => expect(sent).toHaveLength(2));
});
