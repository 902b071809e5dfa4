import {
  performanceTiers,
  type TierDistribution,
} from '@portal/plugin-dora-common';
import {
  BandBar,
  formatNumber,
  type BandCount,
} from '@portal/plugin-metrics-react';
import { tierNames } from '../../words';
import styles from './OverviewMetrics.module.css';

const unranked = 'none';

function bandsOf(counts: TierDistribution): BandCount[] {
  return [
    ...performanceTiers.map(tier => ({
      id: tier,
      title: tierNames[tier],
      count: counts[tier],
    })),
    {
      id: unranked,
      title: 'No value',
      count: Math.max(0, counts.total - counts.withData),
      unranked: true,
    },
  ];
}

/** How many services are in each tier now and before, as two bars and in figures. */
export function TierTable(props: {
  metric: string;
  now: TierDistribution;
  before?: TierDistribution;
}) {
  const { metric, now, before } = props;
  const bands = bandsOf(now);
  const bandsBefore = before && bandsOf(before);
  return (
    <div className={styles.tiers}>
      <BandBar
        label={`Services by tier of ${metric}, now`}
        bands={bands}
        show="bar"
      />
      {bandsBefore ? (
        <div className={styles.before}>
          <BandBar
            label={`Services by tier of ${metric}, before`}
            bands={bandsBefore}
            show="bar"
          />
        </div>
      ) : undefined}
      <table className={styles.counts}>
        <thead>
          <tr>
            <th scope="col">Tier</th>
            <th scope="col">Now</th>
            <th scope="col">Before</th>
          </tr>
        </thead>
        <tbody>
          {bands.map(({ id, title, count }, index) => (
            <tr key={id}>
              <th scope="row">{title}</th>
              <td>{formatNumber(count)}</td>
              <td>
                {bandsBefore ? formatNumber(bandsBefore[index].count) : '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
