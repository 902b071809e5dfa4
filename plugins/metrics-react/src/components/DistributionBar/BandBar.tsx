import { Link } from '@backstage/ui';
import { formatNumber, formatRatio } from '../../format';
import { scaleStep } from './scaleStep';
import styles from './DistributionBar.module.css';

/** How many there are in one band. */
export type BandCount = {
  id: string;
  /** Plain words: "Elite", "No data". */
  title: string;
  count: number;
  /** What the band stands for: "less than a day". */
  detail?: string;
  /** Where those in the band are listed. */
  href?: string;
  /** True for those that could not be ranked: hatched, outside of the scale. */
  unranked?: boolean;
};

/** Properties of {@link BandBar}. */
export type BandBarProps = {
  /** Names the whole: "Services by change lead time". */
  label: string;
  /** From best to worst, or from most to least; those without a rank last. */
  bands: readonly BandCount[];
  /** `bar` where room is short, such as in a row of a table: the words are for the ear only. */
  show?: 'bar' | 'words';
};

function words(band: BandCount, total: number): string {
  const share = total > 0 ? `, ${formatRatio(band.count / total)}` : '';
  return `${formatNumber(band.count)}${share}`;
}

/**
 * One bar whose segments are the bands, wide as their counts, from dark to light; under it each band with its count
 * and share. The words carry everything that the bar shows.
 */
export function BandBar(props: BandBarProps) {
  const { label, bands, show = 'words' } = props;
  const total = bands.reduce((sum, band) => sum + band.count, 0);
  const ranked = bands.filter(band => !band.unranked).length;
  const steps = bands.map((band, index) =>
    band.unranked ? undefined : scaleStep(index, ranked),
  );
  const summary = bands
    .map(band => `${band.title}: ${words(band, total)}`)
    .join('; ');

  return (
    <div
      className={styles.bands}
      role={show === 'bar' ? 'img' : undefined}
      aria-label={show === 'bar' ? `${label}. ${summary}` : undefined}
    >
      <div className={styles.bar} aria-hidden="true">
        {bands.map((band, index) =>
          band.count > 0 ? (
            <span
              key={band.id}
              className={styles.segment}
              data-step={steps[index] ?? 'none'}
              style={{ flexGrow: band.count }}
              title={`${band.title}: ${words(band, total)}`}
            >
              <span className={styles.count}>{formatNumber(band.count)}</span>
            </span>
          ) : undefined,
        )}
      </div>
      {show === 'words' ? (
        <ul className={styles.list} aria-label={label}>
          {bands.map((band, index) => (
            <li key={band.id} className={styles.item}>
              <span
                className={styles.swatch}
                data-step={steps[index] ?? 'none'}
                aria-hidden="true"
              />
              <span>
                {band.href && band.count > 0 ? (
                  <Link href={band.href}>{band.title}</Link>
                ) : (
                  band.title
                )}{' '}
                <strong>{words(band, total)}</strong>
                {band.detail ? (
                  <span className={styles.detail}>{band.detail}</span>
                ) : undefined}
              </span>
            </li>
          ))}
        </ul>
      ) : undefined}
    </div>
  );
}
