import { VisuallyHidden } from '@backstage/ui';
import type { MetricTier } from '@portal/plugin-dora-common';
import styles from './MetricTile.module.css';

/** Properties of {@link TierBadge}. */
export type TierBadgeProps = MetricTier & { edition: number };

const names = { elite: 'Elite', high: 'High', medium: 'Medium', low: 'Low' };

/** The tier that DORA's report of a year gives a value, and the band that it stands for. */
export function TierBadge(props: TierBadgeProps) {
  const { tier, band, edition } = props;
  const explanation = `${
    names[tier]
  } performers in DORA's ${edition} report: ${band.toLowerCase()}`;
  return (
    <span className={styles.tier} data-tier={tier} title={explanation}>
      <span aria-hidden="true">{names[tier]}</span>
      <VisuallyHidden>{explanation}</VisuallyHidden>
    </span>
  );
}
