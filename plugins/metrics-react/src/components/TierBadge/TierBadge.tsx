import { VisuallyHidden } from '@backstage/ui';
import styles from './TierBadge.module.css';

/** A tier, in the words of whoever ranks. */
export type Tier = {
  /** One word: "High". */
  name: string;
  /** How many of the levels are reached: 1 is the lowest. */
  level: number;
  /** How many levels there are. */
  levels: number;
  /** The edition of the ranking, such as its year: cut-offs differ between editions. */
  edition: string;
  /** Who ranks, and what the tier stands for, in one sentence. */
  explanation: string;
};

/** Properties of {@link TierBadge}. */
export type TierBadgeProps = Tier & {
  /** Where room is short: the edition is in the explanation only. */
  compact?: boolean;
};

function toneOf({ level, levels }: Tier): string {
  const share = level / levels;
  if (share >= 0.75) {
    return styles.good;
  }
  return share <= 0.25 ? styles.bad : '';
}

/** Steps, of which as many are filled as levels are reached: the tier without its colour. */
function Steps({ level, levels }: Tier) {
  return (
    <svg
      className={styles.steps}
      viewBox={`0 0 ${levels * 4} 10`}
      width={levels * 4}
      height={10}
      aria-hidden="true"
      focusable="false"
    >
      {Array.from({ length: levels }, (_, index) => {
        const height = 3 + (index * 7) / Math.max(1, levels - 1);
        return (
          <rect
            key={index}
            className={index < level ? styles.filled : styles.open}
            x={index * 4 + 0.5}
            y={10 - height + 0.5}
            width={2}
            height={height - 1}
          />
        );
      })}
    </svg>
  );
}

/** The tier of a value and the edition that it is from, as a mark and as text. */
export function TierBadge(props: TierBadgeProps) {
  const { name, edition, explanation, compact = false } = props;
  return (
    <span className={`${styles.tier} ${toneOf(props)}`} title={explanation}>
      <Steps {...props} />
      <span aria-hidden="true">{name}</span>
      {compact ? undefined : (
        <span aria-hidden="true" className={styles.edition}>
          {edition}
        </span>
      )}
      <VisuallyHidden>{explanation}</VisuallyHidden>
    </span>
  );
}
