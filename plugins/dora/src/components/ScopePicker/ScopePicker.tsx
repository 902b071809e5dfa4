import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { Select } from '@backstage/ui';
import { wholeCompany } from '@portal/plugin-dora-common';
import { everything, kindOfScope, useScopeOptions } from './useScopeOptions';
import styles from './ScopePicker.module.css';

/** Properties of {@link ScopePicker}. */
export type ScopePickerProps = {
  scope: string;
  onSelect: (scope: string) => void;
};

function Picker(props: ScopePickerProps & { label: string }) {
  const { scope, onSelect, label } = props;
  const options = useScopeOptions(
    scope === wholeCompany
      ? everything
      : { id: scope, label, description: kindOfScope(scope) },
  );
  return (
    <div className={styles.picker}>
      <Select
        label="Whose delivery"
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

function EntityPicker(props: ScopePickerProps) {
  const { primaryTitle } = useEntityPresentation(props.scope, {
    defaultNamespace: 'default',
  });
  return <Picker {...props} label={primaryTitle} />;
}

/** Chooses a group, domain or system of the catalog, or everything. */
export function ScopePicker(props: ScopePickerProps) {
  return props.scope === wholeCompany ? (
    <Picker {...props} label={everything.label} />
  ) : (
    <EntityPicker {...props} />
  );
}
