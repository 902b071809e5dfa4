import {
  RiArrowDownLine,
  RiArrowRightLine,
  RiArrowUpLine,
} from '@remixicon/react';
import type {
  MetricDefinition,
  MetricValue,
} from '@portal/plugin-metrics-common';
import { formatChange } from '../../format';
import styles from './MetricTile.module.css';

const arrows = {
  up: RiArrowUpLine,
  down: RiArrowDownLine,
  same: RiArrowRightLine,
};

/**
 * How a figure differs from the period before: an arrow for the direction, words for the size and for whether that
 * is good, and a colour that repeats the words.
 */
export function ChangeNote(props: {
  definition: MetricDefinition;
  value: MetricValue;
  previous: MetricValue;
  /** Names the earlier period, as in "the 90 days before". */
  before: string;
}) {
  const { definition, value, previous, before } = props;
  if (value.value === undefined || previous.value === undefined) {
    return <p className={styles.note}>Nothing to compare with in {before}</p>;
  }
  const { direction, text } = formatChange(
    value.value,
    previous.value,
    value.unit,
  );
  const Arrow = arrows[direction];
  if (direction === 'same') {
    return (
      <p className={styles.note}>
        <Arrow size={16} aria-hidden="true" /> {text} against {before}
      </p>
    );
  }
  const better = (direction === 'up') === (definition.betterWhen === 'higher');
  return (
    <p className={styles.note}>
      <span className={better ? styles.good : styles.bad}>
        <Arrow size={16} aria-hidden="true" /> {text},{' '}
        {better ? 'better' : 'worse'}
      </span>{' '}
      than {before}
    </p>
  );
}
