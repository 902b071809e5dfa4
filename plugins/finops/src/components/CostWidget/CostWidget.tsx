import { useCallback, useMemo } from 'react';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi, useRouteRef } from '@backstage/frontend-plugin-api';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import {
  costTilePeriods,
  type CostTilePeriod,
} from '@portal/plugin-finops-common';
import { everything } from '@portal/plugin-metrics-common';
import {
  explainFailure,
  formatMoney,
  formatPeriod,
  useLoad,
  FigureTile,
} from '@portal/plugin-metrics-react';
import {
  useReloadOnRefresh,
  type WidgetProps,
} from '@portal/plugin-widgets-react';
import { finopsApiRef } from '../../api';
import { useForecast } from '../../hooks';
import { costPath, costRouteRef, subPaths } from '../../routes';
import {
  daysOfPeriod,
  shownMetrics,
  todayInUtc,
  writeCost,
  type CostPeriod,
} from '../../selection';
import {
  comparableOf,
  costSubject,
  describeChange,
  metricWords,
  whyNotComparable,
} from '../../words';
import { ForecastWords } from '../CostTiles';
import { ChangeWords, Unconverted } from '../parts';
import styles from './CostWidget.module.css';

const periods: Record<CostTilePeriod, CostPeriod> = {
  'month-to-date': { kind: 'month' },
  'last-month': { kind: 'last-month' },
  '3-months': { kind: '3-months' },
  '12-months': { kind: '12-months' },
};

const titles: Record<CostTilePeriod, string> = {
  'month-to-date': 'Cost this month',
  'last-month': 'Cost last month',
  '3-months': 'Cost of 3 months',
  '12-months': 'Cost of 12 months',
};

function ScopeName(props: { scope: string }) {
  const { primaryTitle } = useEntityPresentation(props.scope);
  return <bdi>{primaryTitle}</bdi>;
}

function Expected(props: {
  scope: string;
  metric: (typeof shownMetrics)[number];
}) {
  const result = useForecast(props);
  const forecast = result.state === 'ready' ? result.value : undefined;
  const [month] = forecast?.months ?? [];
  if (forecast?.state !== 'ok' || !month) {
    return null;
  }
  return (
    <>
      <p className={styles.expected}>
        {formatMoney(month.expected, forecast.currency)} expected at its end
      </p>
      <ForecastWords forecast={forecast} />
    </>
  );
}

function fullScope(text: string): string {
  return text === everything
    ? everything
    : stringifyEntityRef(
        parseEntityRef(text, {
          defaultKind: 'component',
          defaultNamespace: 'default',
        }),
      );
}

/** What somebody's things cost, on a board, leading to the page of cost. */
export function CostWidget(props: WidgetProps) {
  const { settings } = props;
  const scope = fullScope(String(settings.scope ?? everything));
  const metric =
    shownMetrics.find(each => each === settings.metric) ?? shownMetrics[0];
  const named =
    costTilePeriods.find(each => each === settings.period) ??
    costTilePeriods[0];
  const period = periods[named];
  const today = todayInUtc();
  const { from, to } = useMemo(
    () => daysOfPeriod(period, today),
    [period, today],
  );
  const api = useApi(finopsApiRef);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.getCosts({ scope, metric, from, to, compare: 'before' }, { signal }),
    [api, scope, metric, from, to],
  );
  const { result, reload } = useLoad(load);
  useReloadOnRefresh(reload);
  const root = useRouteRef(costRouteRef);
  const query = writeCost(new URLSearchParams(), { scope, metric, period });
  const answer = result.state === 'ready' ? result.value : undefined;
  const previous = answer && comparableOf(answer);
  const why = answer && whyNotComparable(answer);
  const change =
    answer && describeChange(answer.total, previous?.total, answer.currency);
  let value: string | undefined;
  if (answer) {
    value = formatMoney(answer.total, answer.currency);
  } else if (result.state === 'failed') {
    value = explainFailure(result.error, costSubject).short;
  }
  return (
    <FigureTile
      title={titles[named]}
      meaning={metricWords[metric].meaning}
      href={`${root?.() ?? costPath}/${subPaths.overview}?${query}`}
      surface="plain"
      value={value}
    >
      <p>{scope === everything ? 'Everything' : <ScopeName scope={scope} />}</p>
      {answer ? (
        <Unconverted
          amounts={answer.unconverted}
          before={previous?.unconverted}
          currency={answer.currency}
        />
      ) : undefined}
      {change ? <ChangeWords change={change} /> : undefined}
      {previous ? <p>than {formatPeriod(previous)}</p> : undefined}
      {why ? <p>{why}</p> : undefined}
      {answer && named === 'month-to-date' ? (
        <Expected scope={scope} metric={metric} />
      ) : undefined}
      {answer?.demo ? <p>Demo data</p> : undefined}
    </FigureTile>
  );
}
