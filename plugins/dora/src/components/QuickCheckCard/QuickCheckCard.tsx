import { Card, Link, Select, Text } from '@backstage/ui';
import {
  doraMetricDefinitions,
  doraMetricIds,
  measuredAnswers,
  quickCheckScore,
  type DoraMetrics,
  type PeerScores,
} from '@portal/plugin-dora-common';
import { formatNumber } from '@portal/plugin-metrics-react';
import { definitionsPath } from '../../routes';
import { quickCheckEdition, usePeers } from './usePeers';
import styles from './QuickCheckCard.module.css';

function written(score: number | undefined): string {
  return score === undefined ? 'No value' : formatNumber(score);
}

function Score(props: {
  title: string;
  score?: number;
  peers: readonly PeerScores[];
  of: (peer: PeerScores) => number | undefined;
}) {
  const { title, score, peers, of } = props;
  return (
    <div className={styles.score}>
      <dt>{title}</dt>
      <dd>
        <strong>{written(score)}</strong>
        {peers.map(peer => (
          <span key={`${peer.id} ${peer.name}`} className={styles.text}>
            {peer.name}: {written(of(peer))}
          </span>
        ))}
      </dd>
    </div>
  );
}

/** What the figures of one service would score in DORA's Quick Check, beside the means of those who took it. */
export function QuickCheckCard(props: { metrics: DoraMetrics }) {
  const { metrics } = props;
  const { choices, peers } = usePeers();
  // As for tiers: no deployment is nothing to score, not the worst frequency.
  const values = Object.fromEntries(
    doraMetricIds.map(id => [
      id,
      metrics[id].sampleSize > 0 ? metrics[id].value : undefined,
    ]),
  );
  const { overall, scores } = quickCheckScore(measuredAnswers(values));
  if (overall === undefined) {
    return null;
  }
  return (
    <Card className={styles.card}>
      <Text as="h3" variant="title-x-small" className={styles.title}>
        Quick Check score: {formatNumber(overall)} of 10
      </Text>
      <p className={styles.text}>
        What these figures would score in DORA&apos;s Quick Check of{' '}
        {quickCheckEdition}; 10 is the best for each. Beside them is the mean of
        those who took it.{' '}
        <Link href={`${definitionsPath}#quick-check-score`}>
          How it is calculated
        </Link>
      </p>
      <div className={styles.choices}>
        {choices.map(({ label, options, chosen, choose }) => (
          <Select
            key={label}
            className={styles.choice}
            label={label}
            options={options.map(({ id, name }) => ({ id, label: name }))}
            value={chosen.id}
            onChange={key => choose(String(key))}
          />
        ))}
      </div>
      <dl className={styles.scores}>
        <Score
          title="All together"
          score={overall}
          peers={peers}
          of={peer => peer.overall}
        />
        {doraMetricDefinitions.map(({ id, title }) => (
          <Score
            key={id}
            title={title}
            score={scores[id]}
            peers={peers}
            of={peer => peer.scores[id]}
          />
        ))}
      </dl>
    </Card>
  );
}
