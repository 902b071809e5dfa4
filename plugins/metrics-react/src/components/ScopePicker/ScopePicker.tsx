import { Select } from '@backstage/ui';
import { useScopeOptions, type ScopeKind } from './useScopeOptions';
import styles from './ScopePicker.module.css';

/** Properties of {@link ScopePicker}. */
export type ScopePickerProps = {
  /** What is chosen; empty where nothing is yet. */
  scope: string;
  /** What is chosen; `Whose delivery` by default. */
  label?: string;
  /** What can be chosen besides everything. Default: groups, domains and systems. Give the same list each time. */
  kinds?: readonly ScopeKind[];
  /** Whether everything can be chosen, too. Default: true. */
  withEverything?: boolean;
  onSelect: (scope: string) => void;
};

const defaultKinds: readonly ScopeKind[] = ['group', 'domain', 'system'];

/** Chooses a group, domain or system of the catalog, or everything. */
export function ScopePicker(props: ScopePickerProps) {
  const { scope, label = 'Whose delivery', kinds = defaultKinds } = props;
  const { withEverything = true, onSelect } = props;
  const options = useScopeOptions(scope, kinds, { withEverything });
  return (
    <div className={styles.picker}>
      <Select
        label={label}
        options={options}
        search={{
          mode: 'server',
          placeholder: kinds.includes('component')
            ? 'Search teams, systems and components'
            : 'Search groups, domains and systems',
        }}
        value={scope || null}
        onChange={key => {
          if (key !== null && key !== scope) {
            onSelect(String(key));
          }
        }}
      />
    </div>
  );
}
