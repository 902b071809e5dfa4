import { partStyles as styles } from '@portal/plugin-metrics-react';
import {
  RiArrowDownLine,
  RiArrowRightLine,
  RiArrowUpLine,
} from '@remixicon/react';
import type { CostChangeWords } from '../../words';

const arrows = {
  up: RiArrowUpLine,
  down: RiArrowDownLine,
  same: RiArrowRightLine,
};
const classes = { up: styles.bad, down: styles.good, same: styles.neutral };

/** How a cost differs from an earlier one: to spend less is good. */
export function ChangeWords(props: { change: CostChangeWords }) {
  const { direction, text } = props.change;
  const Arrow = arrows[direction];
  return (
    <span className={`${styles.status} ${classes[direction]}`}>
      <Arrow size={16} aria-hidden="true" />
      {text}
    </span>
  );
}
