import { Button, Select } from '@backstage/ui';
import type {
  CoverageGroup,
  CoverageGrouping,
} from '@portal/plugin-docs-coverage-common';
import {
  EntityLink,
  ExportMenu,
  formatNumber,
  formatRatio,
  ScrollBox,
} from '@portal/plugin-metrics-react';
import { noGroup } from '../../words';
import styles from './DocsCoveragePage.module.css';

/** What coverage can be grouped by. */
export const groupings: Array<{ id: CoverageGrouping; label: string }> = [
  { id: 'owner', label: 'Owner' },
  { id: 'system', label: 'System' },
  { id: 'domain', label: 'Domain' },
];

/** Chooses what coverage is grouped by. */
export function GroupingSelect(props: {
  by: CoverageGrouping;
  onSelect: (by: string) => void;
}) {
  return (
    <Select
      className={styles.grouping}
      label="By"
      options={groupings}
      value={props.by}
      onChange={key => props.onSelect(String(key))}
    />
  );
}

/** Coverage of each owner, system or domain. */
export function GroupTable(props: {
  by: CoverageGrouping;
  groups: CoverageGroup[];
  onSelect: (entityRef: string) => void;
}) {
  const { by, groups, onSelect } = props;
  const heading = groupings.find(({ id }) => id === by)!.label;
  if (groups.length === 0) {
    return (
      <p className={styles.empty}>Nothing here should have documentation.</p>
    );
  }
  return (
    <>
      <ScrollBox label={`Coverage by ${by}`}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{heading}</th>
              <th scope="col">Coverage</th>
              <th scope="col">Missing</th>
              <th scope="col">
                <span className={styles.unseen}>Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.map(({ entityRef, coverage, countable, documented }) => (
              <tr key={entityRef ?? ''}>
                <th scope="row">
                  {entityRef ? (
                    <EntityLink entityRef={entityRef} />
                  ) : (
                    noGroup[by]
                  )}
                </th>
                <td>
                  {coverage.value === undefined
                    ? 'Unknown'
                    : formatRatio(coverage.value)}
                </td>
                <td>
                  {formatNumber(countable - documented)} of{' '}
                  {formatNumber(countable)}
                </td>
                <td>
                  {entityRef ? (
                    <Button
                      size="small"
                      variant="secondary"
                      aria-label={`Show only these: ${entityRef}`}
                      onPress={() => onSelect(entityRef)}
                    >
                      Show only these
                    </Button>
                  ) : undefined}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <ExportMenu
        fileName={`documentation-by-${by}`}
        rows={groups}
        columns={[
          { id: by, title: heading, text: row => row.entityRef ?? '' },
          {
            id: 'documented',
            title: 'Documented',
            text: row => formatNumber(row.documented),
            value: row => row.documented,
          },
          {
            id: 'countable',
            title: 'Should be documented',
            text: row => formatNumber(row.countable),
            value: row => row.countable,
          },
          {
            id: 'coverage',
            title: 'Coverage',
            text: row => formatRatio(row.coverage.value ?? 0),
            value: row => row.coverage.value,
          },
        ]}
      />
    </>
  );
}
