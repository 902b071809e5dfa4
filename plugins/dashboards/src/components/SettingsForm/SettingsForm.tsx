import type { SettingsSchema } from '@portal/plugin-widgets-common';
import styles from './SettingsForm.module.css';
import { SettingField } from './SettingField';

/** A form for what a widget lets a board set, made from its schema. */
export function SettingsForm(props: {
  schema: SettingsSchema;
  /** The path of the settings themselves; empty for those of a tile. */
  path?: string;
  values: Record<string, unknown>;
  problems: ReadonlyMap<string, string>;
  onChange: (values: Record<string, unknown>) => void;
}) {
  const { schema, path = '', values, problems, onChange } = props;
  const { properties, required = [] } = schema;
  return (
    <div className={styles.fields}>
      {Object.entries(properties).map(([name, setting]) => (
        <SettingField
          key={name}
          setting={setting}
          path={path ? `${path}.${name}` : name}
          value={values[name]}
          isRequired={required.includes(name)}
          problems={problems}
          onChange={value => {
            const { [name]: _old, ...others } = values;
            onChange(
              value === undefined ? others : { ...others, [name]: value },
            );
          }}
        />
      ))}
    </div>
  );
}
