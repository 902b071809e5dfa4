import { useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import type { Comparison } from '@portal/plugin-metrics-common';
import { namedWindows, type PeriodSelection } from '../../period';
import { ComparisonPicker } from '../ComparisonPicker';
import { CustomDates } from './CustomDates';
import styles from './PeriodPicker.module.css';

const custom = 'custom';

/** Properties of {@link PeriodPicker}. */
export type PeriodPickerProps = {
  selection: PeriodSelection;
  /** The first and last day that a reader starts from when choosing dates. */
  suggestion: { from: string; to: string };
  onSelect: (selection: PeriodSelection) => void;
  /** What the period is compared with. Without both of these there is no choice. */
  comparison?: Comparison;
  onCompare?: (comparison: Comparison) => void;
};

/** Chooses one of the named windows or two dates, and what they are compared with. */
export function PeriodPicker(props: PeriodPickerProps) {
  const { selection, suggestion, onSelect, comparison, onCompare } = props;
  const [choosingDates, setChoosingDates] = useState(false);
  const datesShown = choosingDates || selection.kind === 'custom';
  const selected = datesShown ? custom : String(selection.days);

  const choose = (key: string) => {
    const days = namedWindows.find(candidate => String(candidate) === key);
    setChoosingDates(!days);
    if (days) {
      onSelect({ kind: 'last', days });
    }
  };

  return (
    <div className={styles.picker}>
      <ToggleButtonGroup
        aria-label="Period"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[selected]}
        onSelectionChange={keys => {
          for (const key of keys) {
            choose(String(key));
          }
        }}
      >
        {namedWindows.map(days => (
          <ToggleButton key={days} id={String(days)}>
            {`${days} days`}
          </ToggleButton>
        ))}
        <ToggleButton id={custom}>Dates</ToggleButton>
      </ToggleButtonGroup>
      {datesShown ? (
        <CustomDates
          key={JSON.stringify(selection)}
          from={suggestion.from}
          to={suggestion.to}
          onApply={(from, to) => onSelect({ kind: 'custom', from, to })}
        />
      ) : undefined}
      {comparison && onCompare ? (
        <ComparisonPicker comparison={comparison} onCompare={onCompare} />
      ) : undefined}
    </div>
  );
}
