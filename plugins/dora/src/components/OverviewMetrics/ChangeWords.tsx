import {
  RiArrowDownLine,
  RiArrowRightLine,
  RiArrowUpLine,
} from '@remixicon/react';
import type { JudgedChange } from '../../words';
import styles from './OverviewMetrics.module.css';

const arrows = {
  up: RiArrowUpLine,
  down: RiArrowDownLine,
  same: RiArrowRightLine,
};
const tones = { better: styles.good, worse: styles.bad, same: '' };

/** A change in words, with an arrow for its direction and a colour that repeats whether it is good. */
export function ChangeWords(props: { change: JudgedChange; than?: string }) {
  const { change, than } = props;
  const { direction, judgement, text } = change;
  const Arrow = arrows[direction];
  const ending = judgement === 'same' ? ` against ${than}` : ` than ${than}`;
  return (
    <span>
      <span className={tones[judgement]}>
        <Arrow size={16} aria-hidden="true" className={styles.arrow} /> {text}
        {judgement === 'same' ? undefined : `, ${judgement}`}
      </span>
      {than ? ending : undefined}
    </span>
  );
}
