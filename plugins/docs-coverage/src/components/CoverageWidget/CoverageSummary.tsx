import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type {
  CoverageGroup,
  CoverageGrouping,
  DocsCoverageOverview,
} from '@portal/plugin-docs-coverage-common';
import {
  AgeNote,
  formatNumber,
  formatRatio,
  type AgeNoteProps,
} from '@portal/plugin-metrics-react';
import { RiCheckboxCircleLine, RiLinkUnlink } from '@remixicon/react';
import {
  docsCoveragePath,
  docsCoverageRouteRef,
  groupingParam,
  scopeParam,
} from '../../routes';
import { describeGoal } from '../../words';
import { GroupRow } from './GroupRow';
import styles from './CoverageWidget.module.css';

/** Coverage against its goal, those that miss most, and what is broken; each leads to the page. */
export function CoverageSummary(props: {
  overview: DocsCoverageOverview;
  groups: readonly CoverageGroup[];
  by: CoverageGrouping;
  limit: number;
  scope?: string;
  age: AgeNoteProps;
}) {
  const { overview, groups, by, limit, scope, age } = props;
  const { brokenLinks, coverage, goal, missingUntilGoal } = overview;
  const page = useRouteRef(docsCoverageRouteRef)?.() ?? docsCoveragePath;
  const query = new URLSearchParams({
    ...(scope && { [scopeParam]: scope }),
    [groupingParam]: by,
  });
  if (!overview.scannedAt) {
    return (
      <p className={styles.note}>
        The catalog has not been read yet. It is a minute after the portal
        starts.
      </p>
    );
  }
  const missing = groups.filter(
    ({ countable, documented }) => documented < countable,
  );
  return (
    <div className={styles.widget}>
      <p className={styles.head}>
        <Link href={`${page}?${query}`} className={styles.value}>
          {coverage.value === undefined
            ? 'Nothing counts'
            : formatRatio(coverage.value)}
        </Link>
        <span className={missingUntilGoal === 0 ? styles.met : styles.note}>
          {missingUntilGoal === 0 && (
            <RiCheckboxCircleLine size={16} aria-hidden="true" />
          )}
          {coverage.cure ?? describeGoal(overview)}
        </span>
        <AgeNote {...age} />
      </p>
      {missing.length > 0 && (
        <ul className={styles.groups} aria-label={`Missing, by ${by}`}>
          {missing.slice(0, limit).map(group => (
            <GroupRow
              key={group.entityRef ?? ''}
              group={group}
              by={by}
              goal={goal}
            />
          ))}
        </ul>
      )}
      {missing.length > limit && (
        <p className={styles.note}>
          {formatNumber(limit)} of {formatNumber(missing.length)} with something
          missing
        </p>
      )}
      <p className={styles.links}>
        {brokenLinks === 0 ? (
          <>
            <RiCheckboxCircleLine size={16} aria-hidden="true" /> No broken link
            in the sites that are built
          </>
        ) : (
          <>
            <RiLinkUnlink size={16} aria-hidden="true" />
            <Link href={`${page}?${query}`}>
              {brokenLinks === 1
                ? '1 broken link'
                : `${formatNumber(brokenLinks)} broken links`}
            </Link>
          </>
        )}
      </p>
    </div>
  );
}
