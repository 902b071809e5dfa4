import { useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { ComparisonPicker, CustomDates } from '@portal/plugin-metrics-react';
import {
  addDays,
  daysOfPeriod,
  namedPeriods,
  periodNames,
  todayInUtc,
  type SelectionOfPage,
} from '../../selection';
import styles from './CostControls.module.css';

const custom = 'custom';

/** Chooses the period and what it is compared with. */
export function PeriodChoice(
  props: Pick<SelectionOfPage, 'selection' | 'change'>,
) {
  const { selection, change } = props;
  const { period, compare } = selection;
  const [choosing, setChoosing] = useState(false);
  const showDates = choosing || period.kind === custom;
  const days = daysOfPeriod(period, todayInUtc());
  return (
    <div className={styles.period}>
      <ToggleButtonGroup
        aria-label="Period"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[showDates ? custom : period.kind]}
        onSelectionChange={keys => {
          const kind = namedPeriods.find(each => keys.has(each));
          setChoosing(!kind);
          if (kind) {
            change({ period: { kind } });
          }
        }}
      >
        {namedPeriods.map(kind => (
          <ToggleButton key={kind} id={kind}>
            {periodNames[kind]}
          </ToggleButton>
        ))}
        <ToggleButton id={custom}>Dates</ToggleButton>
      </ToggleButtonGroup>
      {showDates ? (
        <CustomDates
          key={JSON.stringify(period)}
          from={days.from}
          to={addDays(days.to, -1)}
          onApply={(from, to) => change({ period: { kind: custom, from, to } })}
        />
      ) : undefined}
      <ComparisonPicker
        comparison={compare}
        onCompare={next => change({ compare: next })}
      />
    </div>
  );
}
