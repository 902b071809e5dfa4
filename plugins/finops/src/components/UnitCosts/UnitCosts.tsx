import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Select, Text } from '@backstage/ui';
import type { UnitCost } from '@portal/plugin-finops-common';
import type { RegisteredMetric } from '@portal/plugin-metrics-common';
import {
  formatMoney,
  formatNumber,
  partStyles as parts,
  useLoad,
} from '@portal/plugin-metrics-react';
import { finopsApiRef } from '../../api';
import { useCountedMetrics, type Question } from '../../hooks';
import type { SelectionOfPage } from '../../selection';
import { CostSection, Unconverted } from '../parts';

const usualMetric = 'deploymentFrequency';

function Answer(props: { answer: UnitCost; sample: string }) {
  const { answer, sample } = props;
  const { cost, costPerUnit, currency, quantity, state, unconverted } = answer;
  return (
    <>
      {state === 'ok' && costPerUnit !== undefined ? (
        <>
          <Text as="p" variant="title-medium">
            {formatMoney(costPerUnit, currency)}
          </Text>
          <p className={parts.text}>
            {formatMoney(cost, currency)} for {formatNumber(quantity ?? 0)}{' '}
            {sample}
          </p>
        </>
      ) : (
        <p className={parts.text}>
          There were no {sample} in this period, so that there is nothing to
          divide {formatMoney(cost, currency)} by.
        </p>
      )}
      <Unconverted
        amounts={unconverted}
        currency={currency}
        className={parts.text}
      />
    </>
  );
}

function UnitCostOf(
  props: Pick<SelectionOfPage, 'change'> & {
    question: Question;
    metric: RegisteredMetric;
    metrics: readonly RegisteredMetric[];
  },
) {
  const { question, metric, metrics, change } = props;
  const { from, to, scope, metric: costMetric } = question;
  const api = useApi(finopsApiRef);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.getUnitCost(
        { from, to, scope, metric: costMetric, per: metric.id },
        { signal },
      ),
    [api, from, to, scope, costMetric, metric.id],
  );
  const { result, reload } = useLoad(load);
  return (
    <CostSection
      title="What one costs"
      meaning="The cost of the period, divided by what the metric store counted in it: deployments, requests, customers."
      result={result}
      onRetry={reload}
      height={120}
      subject="cost of one"
      actions={
        <Select
          label="One of"
          options={metrics.map(({ id, title }) => ({ id, label: title }))}
          value={metric.id}
          onChange={key => {
            if (typeof key === 'string') {
              change({ per: key === usualMetric ? undefined : key });
            }
          }}
        />
      }
    >
      {answer => <Answer answer={answer} sample={metric.sample} />}
    </CostSection>
  );
}

/** What one of anything costs that the metric store counts; nothing where it counts nothing. */
export function UnitCosts(
  props: Pick<SelectionOfPage, 'selection' | 'change'> & {
    question: Question;
  },
) {
  const { selection, change, question } = props;
  const metrics = useCountedMetrics();
  const metric =
    metrics.find(({ id }) => id === (selection.per ?? usualMetric)) ??
    metrics[0];
  return metric ? (
    <UnitCostOf
      question={question}
      metric={metric}
      metrics={metrics}
      change={change}
    />
  ) : null;
}
