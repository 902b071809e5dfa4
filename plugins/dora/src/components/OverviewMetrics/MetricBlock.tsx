import { ButtonIcon, Card, Link, Tooltip, TooltipTrigger } from '@backstage/ui';
import type { ReactNode } from 'react';
import { RiInformationLine } from '@remixicon/react';
import type { OverviewMetric } from '@portal/plugin-dora-common';
import type { MetricDefinition } from '@portal/plugin-metrics-common';
import {
  CoverageNote,
  formatNumber,
  formatValue,
  type TileAction,
} from '@portal/plugin-metrics-react';
import { describeChangeOf } from '../../words';
import { ChangeWords } from './ChangeWords';
import { TierTable } from './TierTable';
import styles from './OverviewMetrics.module.css';

/** Properties of {@link MetricBlock}. */
export type MetricBlockProps = {
  definition: MetricDefinition;
  metric: OverviewMetric;
  /** Names the earlier period, as in "the 90 days before". */
  before: string;
  /** What pressing the name does. */
  action: TileAction;
  /** `plain` inside something that is a card already. */
  surface?: 'card' | 'plain';
};

function Frame(props: {
  surface: 'card' | 'plain';
  selected: boolean;
  children: ReactNode;
}) {
  const { surface, selected, children } = props;
  return surface === 'card' ? (
    <Card className={`${styles.block} ${selected ? styles.selected : ''}`}>
      {children}
    </Card>
  ) : (
    <div className={`${styles.block} ${styles.plain}`}>{children}</div>
  );
}

function Headline(props: MetricBlockProps) {
  const { definition, metric, before } = props;
  const { total, totalBefore, spread } = metric;
  if (total?.value !== undefined) {
    const change = describeChangeOf(
      definition,
      total.value,
      totalBefore?.value,
    );
    return (
      <>
        <p className={styles.value}>{formatValue(total.value, total.unit)}</p>
        <p className={styles.note}>
          {change ? (
            <ChangeWords change={change} than={before} />
          ) : (
            `Nothing to compare with in ${before}`
          )}
        </p>
        <p className={styles.note}>
          All services together, n = {formatNumber(total.sampleSize)}{' '}
          {definition.sample}
        </p>
      </>
    );
  }
  if (spread) {
    const [low, high] = [spread.p25, spread.p75].map(value =>
      formatValue(value, definition.unit),
    );
    return (
      <>
        <p className={styles.range}>
          {low === high ? low : `${low} – ${high}`}
        </p>
        <p className={styles.note}>The middle half of the services</p>
        <p className={styles.note}>
          From {formatValue(spread.min, definition.unit)} to{' '}
          {formatValue(spread.max, definition.unit)} in all
        </p>
      </>
    );
  }
  return (
    <p className={styles.note}>
      No service has a value in this period. A longer one may show some.
    </p>
  );
}

function describeMoves({ better, worse, same }: OverviewMetric): string {
  return better + worse + same === 0
    ? 'No service has a value in both periods'
    : `${formatNumber(better)} better, ${formatNumber(
        worse,
      )} worse, ${formatNumber(same)} the same`;
}

/** One metric over the services of a scope: what adds up, how many are in which tier, and how many changed. */
export function MetricBlock(props: MetricBlockProps) {
  const { definition, metric, action, surface = 'card' } = props;
  const { coverage, tiers, tiersBefore } = metric;
  return (
    <Frame
      surface={surface}
      selected={action.kind === 'select' && action.selected}
    >
      <div className={styles.head}>
        <h3 className={styles.name}>
          {action.kind === 'link' ? (
            <Link href={action.href} standalone className={styles.target}>
              {definition.title}
            </Link>
          ) : (
            <button
              type="button"
              className={styles.target}
              aria-pressed={action.selected}
              onClick={action.onSelect}
            >
              {definition.title}
            </button>
          )}
        </h3>
        <TooltipTrigger>
          <ButtonIcon
            size="small"
            variant="tertiary"
            className={styles.raised}
            icon={<RiInformationLine />}
            aria-label={`What is ${definition.title.toLowerCase()}?`}
          />
          <Tooltip>
            {definition.description} {definition.estimator}
          </Tooltip>
        </TooltipTrigger>
      </div>
      <div className={styles.headline}>
        <Headline {...props} />
      </div>
      {tiers ? (
        <TierTable
          metric={definition.title.toLowerCase()}
          now={tiers}
          before={tiersBefore}
        />
      ) : (
        <p className={styles.note}>DORA has published no tiers for it.</p>
      )}
      <div className={styles.foot}>
        <p className={styles.note}>{describeMoves(metric)}</p>
        <CoverageNote have={coverage.have} of={coverage.of} what="a value" />
      </div>
    </Frame>
  );
}
