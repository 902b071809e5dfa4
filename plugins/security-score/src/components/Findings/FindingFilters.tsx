import { useEffect, useState } from 'react';
import {
  Checkbox,
  SearchField,
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
import styles from '../parts/security.module.css';

const pause = 300;

/** What of the findings is shown. All of it is in the address. */
export function FindingFilters(props: {
  selection: FindingSelection;
  change: (change: Partial<FindingSelection>) => void;
  page: FindingPage;
}) {
  const { selection, change, page } = props;
  const [text, setText] = useState(selection.text ?? '');
  useEffect(() => {
    const timer = setTimeout(() => {
      if (text !== (selection.text ?? '')) {
        change({ text: text || undefined });
      }
    }, pause);
    return () => clearTimeout(timer);
  }, [text, selection.text, change]);
  return (
    <div className={styles.filters}>
      <span className={styles.search}>
        <SearchField
          aria-label="Find a finding"
          placeholder="CVE, package or words"
          value={text}
          onChange={setText}
        />
      </span>
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
              page.bySeverity[severity] > 0,
          )
          .map(severity => (
            <ToggleButton key={severity} id={severity}>
              {severityNames[severity]}{' '}
              {formatNumber(page.bySeverity[severity])}
            </ToggleButton>
          ))}
      </ToggleButtonGroup>
      <Select
        label="State"
        options={[
          { value: 'all', label: 'All states' },
          ...findingStates.map(state => ({
            value: state,
            label: `${stateNames[state]} (${formatNumber(
              page.byState[state],
            )})`,
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
