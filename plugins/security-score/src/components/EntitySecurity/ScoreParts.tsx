import type { Score } from '@portal/plugin-security-score-common';
import {
  Bar,
  formatNumber,
  formatRatio,
  partStyles,
} from '@portal/plugin-metrics-react';
import styles from '../parts/security.module.css';

function judge(value: number): 'good' | 'warning' | 'bad' {
  if (value >= 0.75) {
    return 'good';
  }
  return value >= 0.4 ? 'warning' : 'bad';
}

/** What a score is made of: each part with its share, what it rests on, and what would make it known or better. */
export function ScoreParts(props: { score: Score }) {
  const { parts } = props.score;
  const known = parts
    .filter(({ state }) => state === 'known')
    .reduce((sum, { weight }) => sum + weight, 0);
  return (
    <ul className={styles.parts} aria-label="Parts of the score">
      {parts.map(part => (
        <li key={part.id} className={styles.part}>
          <span className={partStyles.name}>{part.title}</span>
          {part.value === undefined ? (
            <span className={`${partStyles.small} ${styles.track}`}>
              Not known
            </span>
          ) : (
            <span className={styles.track}>
              <Bar share={part.value} judgement={judge(part.value)} />
            </span>
          )}
          <span className={styles.partValue}>
            {part.value === undefined ? '–' : formatNumber(part.value * 100)}
          </span>
          <span className={`${partStyles.small} ${styles.evidence}`}>
            {part.evidence}
            {part.state === 'known'
              ? `. Counts ${formatRatio(part.weight / known)} of the score.`
              : '. It is left out of the score.'}
            {part.nextStep ? ` ${part.nextStep}.` : ''}
          </span>
        </li>
      ))}
    </ul>
  );
}
