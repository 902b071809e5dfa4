import { VisuallyHidden } from '@backstage/ui';
import styles from './TierBadge.module.css';

/** Properties of {@link TierBadge}. */
export type TierBadgeProps = {
  /** One word: "High". */
  name: string;
  /** How many of the levels are reached: 1 is the lowest. */
  level: number;
  /** How many levels there are. */
  levels: number;
  /** Who ranks, and what the tier stands for, in one sentence. */
  explanation: string;
};

function toneOf(props: TierBadgeProps): string {
  const share = props.level / props.levels;
  if (share >= 0.75) {
    return styles.good;
  }
  return share <= 0.25 ? styles.bad : '';
}

/** The tier of a value. Whoever ranks it brings the words. */
export function TierBadge(props: TierBadgeProps) {
  const { name, explanation } = props;
  return (
    <span className={`${styles.tier} ${toneOf(props)}`} title={explanation}>
      <span aria-hidden="true">{name}</span>
      <VisuallyHidden>{explanation}</VisuallyHidden>
    </span>
  );
}
