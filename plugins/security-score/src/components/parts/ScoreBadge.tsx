import type { Confidence, Grade } from '@portal/plugin-security-score-common';
import { formatNumber, formatRatio } from '@portal/plugin-metrics-react';
import { confidenceNames } from '../../words';
import styles from './security.module.css';

/** A score with its grade. Without one it says so: nothing known is no bad score. */
export function ScoreBadge(props: {
  score?: number;
  grade?: Grade;
  large?: boolean;
}) {
  const { score, grade, large } = props;
  if (score === undefined || !grade) {
    return <span className={styles.score}>No score yet</span>;
  }
  return (
    <span className={styles.score}>
      <span className={styles.grade} data-grade={grade}>
        {grade}
      </span>
      <span className={large ? styles.large : undefined}>
        {formatNumber(score)}
      </span>
    </span>
  );
}

/** How much is known, in words. */
export function CoverageWords(props: {
  coverage: number;
  confidence: Confidence;
}) {
  return (
    <>
      {formatRatio(props.coverage)} covered,{' '}
      {confidenceNames[props.confidence].toLocaleLowerCase()}
    </>
  );
}
