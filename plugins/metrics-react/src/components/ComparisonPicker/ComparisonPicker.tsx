import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { comparisons, type Comparison } from '@portal/plugin-metrics-common';
import styles from './ComparisonPicker.module.css';

/** Properties of {@link ComparisonPicker}. */
export type ComparisonPickerProps = {
  comparison: Comparison;
  onCompare: (comparison: Comparison) => void;
};

const words: Record<Comparison, string> = {
  before: 'Period before',
  year: 'A year earlier',
};

/** Chooses what a period is compared with. */
export function ComparisonPicker(props: ComparisonPickerProps) {
  const { comparison, onCompare } = props;
  return (
    <div className={styles.comparison}>
      <span aria-hidden="true">Compared with</span>
      <ToggleButtonGroup
        aria-label="Compared with"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[comparison]}
        onSelectionChange={keys => {
          const chosen = comparisons.find(each => keys.has(each));
          if (chosen) {
            onCompare(chosen);
          }
        }}
      >
        {comparisons.map(each => (
          <ToggleButton key={each} id={each} size="small">
            {words[each]}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
