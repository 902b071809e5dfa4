import { Card, Link, Text } from '@backstage/ui';
import {
  doraMetricDefinitions,
  doraMetricIds,
  measuredAnswers,
  peerScores,
  quickCheckScore,
  type DoraMetrics,
} from '@portal/plugin-dora-common';
import { formatNumber } from '@portal/plugin-metrics-react';
import { definitionsPath } from '../../routes';
import styles from './QuickCheckCard.module.css';

const edition = 2025;

function written(score: number | undefined): string {
  return score === undefined ? 'No value' : formatNumber(score);
}

/** What the figures of one service would score in DORA's Quick Check, beside the mean of those who took it. */
export function QuickCheckCard(props: { metrics: DoraMetrics }) {
  const { metrics } = props;
  // As for tiers: no deployment is nothing to score, not the worst frequency.
  const values = Object.fromEntries(
    doraMetricIds.map(id => [
      id,
      metrics[id].sampleSize > 0 ? metrics[id].value : undefined,
    ]),
  );
  const { overall, scores } = quickCheckScore(measuredAnswers(values));
  const [everyone] = peerScores(edition, 'industry');
  if (overall === undefined) {
    return null;
  }
  return (
    <Card className={styles.card}>
      <Text as="h3" variant="title-x-small" className={styles.title}>
        Quick Check score: {formatNumber(overall)} of 10
      </Text>
      <p className={styles.text}>
        What these figures would score in DORA&apos;s Quick Check of {edition};
        10 is the best for each. {everyone.name}: {written(everyone.overall)}.{' '}
        <Link href={`${definitionsPath}#quick-check-score`}>
          How it is calculated
        </Link>
      </p>
      <dl className={styles.scores}>
        {doraMetricDefinitions.map(({ id, title }) => (
          <div key={id} className={styles.score}>
            <dt>{title}</dt>
            <dd>
              <strong>{written(scores[id])}</strong>
              <span className={styles.text}>
                {everyone.name}: {written(everyone.scores[id])}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
