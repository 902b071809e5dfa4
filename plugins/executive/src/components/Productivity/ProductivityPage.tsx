import { useMemo } from 'react';
import { Alert } from '@backstage/ui';
import type { Productivity } from '@portal/plugin-executive-common';
import { useMetricDefinitions } from '@portal/plugin-metrics-react';
import { PageFrame, usePage } from '../frame';
import { ProductivityTable } from './ProductivityTable';

function Content({ answer }: { answer: Productivity }) {
  const { result } = useMetricDefinitions();
  const metrics = useMemo(
    () =>
      new Map(
        result.state === 'ready'
          ? result.value.map(definition => [definition.id, definition])
          : [],
      ),
    [result],
  );
  return (
    <>
      <Alert status="info" icon title={answer.caution} />
      <ProductivityTable
        title="Teams"
        meaning="The part itself and what is directly below it, in the 28 days before; medians over services where values can not be added. “Usual” is the middle half of all parts with about as many services."
        answer={answer}
        rows={answer.teams}
        metrics={metrics}
        withNorms
      />
      <ProductivityTable
        title="Services"
        meaning="Each service by itself, in the 28 days before."
        answer={answer}
        rows={answer.services}
        metrics={metrics}
      />
    </>
  );
}

const ask: Parameters<typeof usePage<Productivity>>[0] = (
  api,
  query,
  options,
) => api.getProductivity(query, options);
const show = (answer: Productivity) => <Content answer={answer} />;

/** Throughput, stability and flow of teams and services; never of a person. */
export function ProductivityPage() {
  const { result, reload } = usePage(ask);
  return (
    <PageFrame
      page="productivity"
      subject="figures of productivity"
      result={result}
      onRetry={reload}
    >
      {show}
    </PageFrame>
  );
}
