import type { DocsCoverageOverview } from '@portal/plugin-docs-coverage-common';
import {
  formatNumber,
  formatRatio,
  TimeAgo,
} from '@portal/plugin-metrics-react';
import { describeGoal } from '../../words';
import styles from './DocsCoveragePage.module.css';

function Figure(props: { name: string; value: string; detail: string }) {
  const { name, value, detail } = props;
  return (
    <div className={styles.figure}>
      <dt>{name}</dt>
      <dd>
        <span className={styles.value}>{value}</span>
        <span className={styles.detail}>{detail}</span>
      </dd>
    </div>
  );
}

/** The answer: coverage against its goal, what was built, and what is broken in it. */
export function OverviewTiles(props: { overview: DocsCoverageOverview }) {
  const { overview } = props;
  const {
    coverage,
    countable,
    documented,
    sites,
    brokenLinks,
    freshness,
    scannedAt,
  } = overview;
  if (!scannedAt) {
    return (
      <p className={styles.empty}>
        The catalog has not been read yet. It is a minute after the portal
        starts; look again then.
      </p>
    );
  }
  return (
    <>
      <dl className={styles.figures}>
        <Figure
          name="Coverage"
          value={
            coverage.value === undefined
              ? 'Nothing counts'
              : formatRatio(coverage.value)
          }
          detail={coverage.cure ?? describeGoal(overview)}
        />
        <Figure
          name="Documented"
          value={`${formatNumber(documented)} of ${formatNumber(countable)}`}
          detail="Name a documentation site"
        />
        <Figure
          name="Sites built"
          value={formatNumber(sites.built)}
          detail={
            sites.failed > 0
              ? `${formatNumber(
                  sites['not-built'],
                )} not built yet, ${formatNumber(
                  sites.failed,
                )} could not be read`
              : `${formatNumber(
                  sites['not-built'],
                )} not built yet: a site is built for its first reader`
          }
        />
        <Figure
          name="Broken links"
          value={formatNumber(brokenLinks)}
          detail="Within the sites that are built"
        />
        <Figure
          name="Fresh"
          value={`${formatNumber(freshness.fresh)} of ${formatNumber(
            sites.built,
          )} sites`}
          detail={`${formatNumber(freshness.stale)} stale, ${formatNumber(
            freshness.unknown,
          )} unknown`}
        />
      </dl>
      <p className={styles.meaning}>
        As of <TimeAgo inline at={scannedAt} />
      </p>
    </>
  );
}
