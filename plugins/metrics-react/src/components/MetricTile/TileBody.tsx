import { Button, Link, VisuallyHidden } from '@backstage/ui';
import {
  RiErrorWarningLine,
  RiHistoryLine,
  RiPlugLine,
  RiSeedlingLine,
} from '@remixicon/react';
import type {
  MetricDefinition,
  MetricDistribution,
  MetricValue,
} from '@portal/plugin-metrics-common';
import type { SeriesPoint } from '../../chart';
import {
  formatAgo,
  formatNumber,
  formatSample,
  formatValue,
} from '../../format';
import { Sparkline } from '../Sparkline';
import { TierBadge, type Tier } from '../TierBadge';
import { ChangeNote } from './ChangeNote';
import { Spread } from './Spread';
import styles from './MetricTile.module.css';

/** What a tile shows below its name, for each state of its value. */
export type TileBodyProps = {
  definition: MetricDefinition;
  value: MetricValue;
  /** The value of the period that this one is compared with. Without both of these nothing is compared. */
  previous?: MetricValue;
  /** Names that period, as in "the 90 days before". */
  before?: string;
  points: readonly SeriesPoint[];
  onRetry: () => void;
  /** Where the documentation says how to connect a source, and the words of the link. */
  connect?: { href: string; label: string };
  /** How the value ranks, where somebody has said what is good. */
  tier?: Tier;
  /** Where the values of the members of a group lie: shown where they have none together. */
  distribution?: MetricDistribution;
};

function since(value: MetricValue): string {
  return value.since ? ` since ${formatAgo(value.since, new Date())}` : '';
}

function Figure(props: TileBodyProps & { number: number }) {
  const { definition, value, points, number, tier, previous, before } = props;
  const written = formatValue(number, value.unit);
  const spoken = formatValue(number, value.unit, { display: 'long' });
  return (
    <>
      <div className={styles.value}>
        {spoken === written ? (
          written
        ) : (
          <>
            <span aria-hidden="true">{written}</span>
            <VisuallyHidden>{spoken}</VisuallyHidden>
          </>
        )}
      </div>
      {value.state === 'stale' ? (
        <p className={styles.note}>
          <span className={styles.warning}>
            <RiHistoryLine size={16} aria-hidden="true" /> Out of date
            {since(value)}
          </span>
        </p>
      ) : undefined}
      {value.state !== 'stale' && previous && before ? (
        <ChangeNote
          definition={definition}
          value={value}
          previous={previous}
          before={before}
        />
      ) : undefined}
      <div className={styles.foot}>
        <Sparkline points={points} />
        <div className={styles.basis}>
          <p className={styles.note}>
            n = {formatSample(definition, value.sampleSize)}
          </p>
          {tier ? <TierBadge {...tier} compact /> : undefined}
        </div>
      </div>
    </>
  );
}

/** The value with its change and trend, or why there is none and what would cure it. */
export function TileBody(props: TileBodyProps) {
  const { definition, value, onRetry, connect, distribution } = props;
  if (value.value !== undefined) {
    return <Figure {...props} number={value.value} />;
  }
  if (distribution) {
    return <Spread definition={definition} distribution={distribution} />;
  }
  if (value.state === 'not-configured') {
    return (
      <>
        <p className={styles.state}>
          <RiPlugLine size={18} aria-hidden="true" /> Not connected
        </p>
        <p className={styles.cure}>{value.cure}</p>
        {connect ? (
          <Link href={connect.href} className={styles.raised}>
            {connect.label}
          </Link>
        ) : undefined}
      </>
    );
  }
  if (value.state === 'source-error') {
    return (
      <>
        <p className={`${styles.state} ${styles.bad}`}>
          <RiErrorWarningLine size={18} aria-hidden="true" /> Source failed
          {since(value)}
        </p>
        <p className={styles.cure}>{value.cure}</p>
        <Button
          size="small"
          variant="secondary"
          className={styles.raised}
          onPress={onRetry}
        >
          Try again
        </Button>
      </>
    );
  }
  const { have = value.sampleSize, need = 1 } = value;
  return (
    <>
      <p className={styles.state}>
        <RiSeedlingLine size={18} aria-hidden="true" />
        {formatNumber(have)} of {formatNumber(need)} {definition.sample} needed
      </p>
      <p className={styles.cure}>{value.cure}</p>
    </>
  );
}
