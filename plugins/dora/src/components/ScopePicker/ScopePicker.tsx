import { Select } from '@backstage/ui';
import { useScopeOptions } from './useScopeOptions';
import styles from './ScopePicker.module.css';

/** Properties of {@link ScopePicker}. */
export type ScopePickerProps = {
  scope: string;
  /** What is chosen; `Whose delivery` by default. */
  label?: string;
  onSelect: (scope: string) => void;
};

/** Chooses a group, domain or system of the catalog, or everything. */
export function ScopePicker(props: ScopePickerProps) {
  const { scope, label = 'Whose delivery', onSelect } = props;
  const options = useScopeOptions(scope);
  return (
    <div className={styles.picker}>
      <Select
        label={label}
        options={options}
        search={{
          mode: 'server',
          placeholder: 'Search groups, domains and systems',
        }}
        value={scope}
        onChange={key => {
          if (key !== null && key !== scope) {
            onSelect(String(key));
          }
        }}
      />
    </div>
  );
}
