import { Select } from '@backstage/ui';
import styles from './OverviewControls.module.css';

const all = 'all of them';

/** Chooses one production environment, or all of them together. Without a choice it is left out. */
export function EnvironmentSelect(props: {
  environment?: string;
  environments: readonly string[];
  onSelect: (environment?: string) => void;
}) {
  const { environment, environments, onSelect } = props;
  const names = [
    ...new Set(environment ? [...environments, environment] : environments),
  ].sort((a, b) => a.localeCompare(b));
  if (names.length < 2 && !environment) {
    return null;
  }
  return (
    <div className={styles.select}>
      <Select
        label="Production environment"
        options={[
          { id: all, label: 'All together' },
          ...names.map(name => ({ id: name, label: name })),
        ]}
        value={environment ?? all}
        onChange={key => onSelect(key === all ? undefined : String(key))}
      />
    </div>
  );
}
