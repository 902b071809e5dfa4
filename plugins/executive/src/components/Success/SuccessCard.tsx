import { useMemo } from 'react';
import { Card, Text } from '@backstage/ui';
import type { SuccessMetric } from '@portal/plugin-executive-common';
import {
  Bar,
  partStyles as styles,
  SeriesChart,
  Status,
  type SeriesPoint,
} from '@portal/plugin-metrics-react';
import {
  changeWords,
  goalWords,
  progressWords,
  valueWords,
} from './successWords';
import view from './Success.module.css';

function Trend({ metric }: { metric: SuccessMetric }) {
  const { id, title, trend, unit } = metric;
  const series = useMemo(
    () => [
      {
        id,
        name: title,
        points: trend.map(
          ({ bucket, value }): SeriesPoint => ({
            period: bucket,
            complete: bucket.complete,
            ...(value !== undefined && { value }),
            unit,
            sampleSize: 0,
            state: value === undefined ? 'insufficient-data' : 'ok',
          }),
        ),
      },
    ],
    [id, title, trend, unit],
  );
  return (
    <SeriesChart
      title={`${title} by month`}
      series={series}
      unit={unit}
      monthly
      surface="plain"
      fileName={id}
    />
  );
}

/** One thing that the platform wants to reach: where it was, where it is, and how far it has to go. */
export function SuccessCard({ metric }: { metric: SuccessMetric }) {
  const { baseline, change, cure, now, progress, unit } = metric;
  const { judgement, text } = progressWords(progress);
  const known = metric.trend.filter(({ value }) => value !== undefined).length;
  return (
    <Card className={`${styles.card} ${view.metric}`}>
      <div className={styles.cardHead}>
        <Text as="h3" variant="title-x-small" className={styles.title}>
          {metric.title}
        </Text>
        <Status judgement={judgement}>{text}</Status>
      </div>
      <p className={styles.text}>{metric.definition}</p>
      <p className={view.now}>{valueWords(now, unit)}</p>
      {progress === undefined ? undefined : (
        <Bar
          share={progress}
          judgement={judgement === 'neutral' ? undefined : judgement}
        />
      )}
      <dl className={styles.facts}>
        <dt>Goal</dt>
        <dd>{goalWords(metric)}</dd>
        <dt>In the baseline</dt>
        <dd>{valueWords(baseline, unit)}</dd>
        <dt>Change</dt>
        <dd>
          {change === undefined ? 'Not known' : changeWords(change, unit)}
        </dd>
      </dl>
      {cure ? <p className={styles.text}>{cure}</p> : undefined}
      {known > 1 ? <Trend metric={metric} /> : undefined}
    </Card>
  );
}
