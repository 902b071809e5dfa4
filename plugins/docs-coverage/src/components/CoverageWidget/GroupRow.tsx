import type {
  CoverageGroup,
  CoverageGrouping,
} from '@portal/plugin-docs-coverage-common';
import {
  EntityLink,
  formatNumber,
  formatRatio,
} from '@portal/plugin-metrics-react';
import { noGroup } from '../../words';
import styles from './CoverageWidget.module.css';

/** One owner, system or domain: its coverage as a bar with the goal, and what it misses. */
export function GroupRow(props: {
  group: CoverageGroup;
  by: CoverageGrouping;
  goal: number;
}) {
  const { group, by, goal } = props;
  const { entityRef, coverage, countable, documented } = group;
  const share = coverage.value ?? 0;
  return (
    <li className={styles.group}>
      <span className={styles.name}>
        {entityRef ? <EntityLink entityRef={entityRef} /> : noGroup[by]}
      </span>
      <span className={styles.share}>{formatRatio(share)}</span>
      <span className={styles.bar} aria-hidden="true">
        <span className={styles.done} style={{ inlineSize: percent(share) }} />
        <span
          className={styles.goal}
          style={{ insetInlineStart: percent(goal) }}
        />
      </span>
      <span className={styles.missing}>
        {formatNumber(countable - documented)} of {formatNumber(countable)}{' '}
        missing
      </span>
    </li>
  );
}

function percent(share: number): string {
  return `${share * 100}%`;
}
