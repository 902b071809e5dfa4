import { useCallback } from 'react';
import {
  Checkbox,
  Select,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import {
  findingKinds,
  findingStates,
  severities,
  type FindingKind,
  type FindingOrder,
  type FindingPage,
  type FindingState,
  type Severity,
} from '@portal/plugin-security-score-common';
import { formatNumber } from '@portal/plugin-metrics-react';
import type { FindingSelection } from '../../selection';
import { kindNames, orderNames, severityNames, stateNames } from '../../words';
import { SearchText } from '../parts';
import styles from '../parts/security.module.css';

/** What of the findings is shown. All of it is in the address. */
export function FindingFilters(props: {
  selection: FindingSelection;
  change: (change: Partial<FindingSelection>) => void;
  /** Absent until the first answer has come. */
  page?: FindingPage;
}) {
  const { selection, change, page } = props;
  const ask = useCallback(
    (text: string) => change({ text: text || undefined }),
    [change],
  );
  const counted = (name: string, count: number | undefined) =>
    count === undefined ? name : `${name} ${formatNumber(count)}`;
  // They are of what is open: beside findings in another state they would say something else than the list.
  const countsOpen = !selection.state || selection.state.includes('open');
  return (
    <div className={styles.filters}>
      <SearchText
        label="Find a finding"
        placeholder="CVE, package or words"
        text={selection.text ?? ''}
        onAsk={ask}
      />
      <ToggleButtonGroup
        aria-label="Severities"
        selectionMode="multiple"
        selectedKeys={selection.severity ?? []}
        onSelectionChange={keys =>
          change({
            severity: keys.size > 0 ? ([...keys] as Severity[]) : undefined,
          })
        }
      >
        {severities
          .filter(
            severity =>
              !['info', 'unknown'].includes(severity) ||
              (page?.bySeverity[severity] ?? 0) > 0,
          )
          .map(severity => (
            <ToggleButton key={severity} id={severity}>
              {counted(
                severityNames[severity],
                countsOpen ? page?.bySeverity[severity] : undefined,
              )}
            </ToggleButton>
          ))}
      </ToggleButtonGroup>
      <Select
        label="State"
        options={[
          { value: 'all', label: 'All states' },
          ...findingStates.map(state => ({
            value: state,
            label: page
              ? `${stateNames[state]} (${formatNumber(page.byState[state])})`
              : stateNames[state],
          })),
        ]}
        value={selection.state?.length === 1 ? selection.state[0] : 'all'}
        onChange={key =>
          change({ state: key === 'all' ? undefined : [key as FindingState] })
        }
      />
      <Select
        label="Kind"
        options={[
          { value: 'all', label: 'All kinds' },
          ...findingKinds.map(kind => ({
            value: kind,
            label: kindNames[kind],
          })),
        ]}
        value={selection.kind?.[0] ?? 'all'}
        onChange={key =>
          change({ kind: key === 'all' ? undefined : [key as FindingKind] })
        }
      />
      <Select
        label="What comes first"
        options={Object.entries(orderNames).map(([value, label]) => ({
          value,
          label,
        }))}
        value={selection.order}
        onChange={key => change({ order: key as FindingOrder })}
      />
      <span className={styles.check}>
        <Checkbox
          isSelected={selection.overdue ?? false}
          onChange={isSelected => change({ overdue: isSelected || undefined })}
        >
          Overdue only
        </Checkbox>
      </span>
      <span className={styles.check}>
        <Checkbox
          isSelected={selection.kev ?? false}
          onChange={isSelected => change({ kev: isSelected || undefined })}
        >
          Known to be exploited
        </Checkbox>
      </span>
      <span className={styles.check}>
        <Checkbox
          isSelected={selection.fixable ?? false}
          onChange={isSelected => change({ fixable: isSelected || undefined })}
        >
          With a fix
        </Checkbox>
      </span>
    </div>
  );
}
