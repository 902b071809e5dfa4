import { useCallback, type CSSProperties } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  BudgetUse,
  CarbonAnswer,
  CostForecast,
  CostsAnswer,
} from '@portal/plugin-finops-common';
import {
  explainFailure,
  formatMoney,
  formatMonth,
  formatNumber,
  formatPeriod,
  formatRatio,
  useLoad,
  type Loaded,
  Bar,
  Status,
  FigureTile,
  tileStyles as styles,
} from '@portal/plugin-metrics-react';
import { finopsApiRef } from '../../api';
import { useForecast } from '../../hooks';
import type { SelectionOfPage } from '../../selection';
import {
  comparableOf,
  costSubject,
  describeChange,
  metricWords,
  spellAmounts,
  whyNotComparable,
} from '../../words';
import { budgetWords } from '../Budgets/budgetWords';
import { ChangeWords, Unconverted } from '../parts';
import { CarbonTile } from './CarbonTile';

/** The budget that is about exactly what is shown, the fullest first. */
function useBudget(selection: SelectionOfPage['selection']) {
  const { scope, environment, provider, serviceCategory } = selection;
  const api = useApi(finopsApiRef);
  const load = useCallback(
    async (signal: AbortSignal): Promise<BudgetUse | undefined> => {
      const { items } = await api.getBudgets({ signal });
      return items
        .filter(({ budget: { slice } }) =>
          [
            [slice.scope ?? 'everything', scope],
            [slice.environment, environment],
            [slice.provider, provider],
            [slice.serviceCategory, serviceCategory],
          ].every(([one, other]) => one === other),
        )
        .sort((one, other) => other.share - one.share)[0];
    },
    [api, scope, environment, provider, serviceCategory],
  );
  return useLoad(load).result;
}

/** What stands in place of a value that did not come. */
function failed(result: Loaded<unknown>): string | undefined {
  return result.state === 'failed'
    ? explainFailure(result.error, costSubject).short
    : undefined;
}

function TotalTile(props: {
  result: Loaded<CostsAnswer>;
  selection: SelectionOfPage['selection'];
}) {
  const { result, selection } = props;
  const answer = result.state === 'ready' ? result.value : undefined;
  const previous = answer && comparableOf(answer);
  const why = answer && whyNotComparable(answer);
  const change =
    answer && describeChange(answer.total, previous?.total, answer.currency);
  return (
    <FigureTile
      title="Cost in this period"
      meaning={`${
        metricWords[selection.metric].meaning
      } Discounts, credits and taxes are in it.`}
      value={
        answer ? formatMoney(answer.total, answer.currency) : failed(result)
      }
    >
      {answer ? (
        <Unconverted
          amounts={answer.unconverted}
          before={previous?.unconverted}
          currency={answer.currency}
        />
      ) : undefined}
      {change ? <ChangeWords change={change} /> : undefined}
      {answer && previous ? (
        <p>
          than {formatMoney(previous.total, answer.currency)} of{' '}
          {formatPeriod(previous)}
        </p>
      ) : undefined}
      {why ? <p>{why}</p> : undefined}
      {answer ? <p>n = {formatNumber(answer.lines)} lines</p> : undefined}
    </FigureTile>
  );
}

/** Words for how a month is expected to end. */
export function ForecastWords(props: { forecast: CostForecast }) {
  const { forecast } = props;
  const { currency, level, error, methodTitle, unconverted } = forecast;
  const [month] = forecast.months;
  if (forecast.state !== 'ok' || !month) {
    return (
      <>
        <p>
          No expectation yet: {formatNumber(forecast.have ?? 0)} of{' '}
          {formatNumber(forecast.need ?? 0)} days of cost needed
        </p>
        <Unconverted amounts={unconverted} currency={currency} />
      </>
    );
  }
  return (
    <>
      {unconverted?.length ? (
        <p>
          Not complete: the days it learns from are without{' '}
          {spellAmounts(unconverted)}, as there is no exchange rate to{' '}
          {currency}
        </p>
      ) : undefined}
      <p>
        {formatMoney(month.actual, currency)} so far in{' '}
        {formatMonth(`${month.month}-01`)}
      </p>
      <p>
        {formatMoney(month.lower, currency)} to{' '}
        {formatMoney(month.upper, currency)} in {Math.round(level * 100)} of 100
        cases
      </p>
      <p>
        {methodTitle}
        {error ? `, off by ${formatRatio(error.value)} in tests` : ''}
      </p>
    </>
  );
}

function ForecastTile(props: { result: Loaded<CostForecast> }) {
  const { result } = props;
  const forecast = result.state === 'ready' ? result.value : undefined;
  const [month] = forecast?.months ?? [];
  const known =
    forecast?.state === 'ok' && month
      ? formatMoney(month.expected, forecast.currency)
      : 'Not known yet';
  return (
    <FigureTile
      title="Expected month end"
      meaning="What this month has cost so far, and what the days that are left are expected to cost, from how cost went before."
      value={forecast ? known : failed(result)}
    >
      {forecast ? <ForecastWords forecast={forecast} /> : undefined}
    </FigureTile>
  );
}

function BudgetTile(props: {
  result: Loaded<BudgetUse | undefined>;
  href: string;
}) {
  const { result, href } = props;
  const use = result.state === 'ready' ? result.value : undefined;
  const words = use && budgetWords(use);
  let value = failed(result);
  if (result.state === 'ready') {
    value = use ? formatRatio(use.share) : 'None';
  }
  return (
    <FigureTile
      title="Budget used"
      meaning="How much of the budget for exactly this scope is spent, and whether it will be enough."
      value={value}
      href={href}
    >
      {use && words ? (
        <>
          <Bar share={use.share} judgement={words.judgement} />
          <Status judgement={words.judgement}>{words.text}</Status>
          <p>
            {formatMoney(use.spent, use.budget.currency)} of{' '}
            {formatMoney(use.budget.amount, use.budget.currency)},{' '}
            {use.budget.title}
          </p>
          <Unconverted
            amounts={use.unconverted}
            currency={use.budget.currency}
          />
        </>
      ) : undefined}
      {result.state === 'ready' && !use ? (
        <p>Nobody has set a budget for this yet</p>
      ) : undefined}
    </FigureTile>
  );
}

function UnallocatedTile(props: { result: Loaded<CostsAnswer>; href: string }) {
  const { result, href } = props;
  const answer = result.state === 'ready' ? result.value : undefined;
  const total = Number(answer?.total);
  const share = answer && total > 0 ? Number(answer.unallocated) / total : 0;
  return (
    <FigureTile
      title="Belongs to nobody yet"
      meaning="The part of the cost that no rule and no tag gives to an entity of the catalog, divided by the whole."
      value={answer ? formatRatio(share) : failed(result)}
      href={href}
    >
      {answer ? (
        <>
          <Bar share={share} judgement={share > 0.1 ? 'warning' : undefined} />
          <p>
            {formatMoney(answer.unallocated, answer.currency)}: untagged,
            unknown, idle or shared
          </p>
        </>
      ) : undefined}
    </FigureTile>
  );
}

/** Five beside each other on a usual screen. */
const oneRow = { '--tile-width': '12.5rem' } as CSSProperties;

/** The answer: what it costs, what it will cost, whether that is planned, and whose it is. */
export function CostTiles(
  props: Pick<SelectionOfPage, 'selection' | 'hrefWith'> & {
    result: Loaded<CostsAnswer>;
    carbon: Loaded<CarbonAnswer | undefined>;
    budgetsHref: string;
  },
) {
  const { selection, hrefWith, result, carbon, budgetsHref } = props;
  const forecast = useForecast(selection);
  const budget = useBudget(selection);
  return (
    <div className={styles.tiles} style={oneRow}>
      <TotalTile result={result} selection={selection} />
      <ForecastTile result={forecast} />
      {/* Whose cost may not be seen, their budgets are left out of the list: that there is none is not known. */}
      <BudgetTile
        result={result.state === 'failed' ? result : budget}
        href={budgetsHref}
      />
      <UnallocatedTile
        result={result}
        href={hrefWith({ groupBy: 'bucket', lines: undefined })}
      />
      <CarbonTile result={carbon} />
    </div>
  );
}
