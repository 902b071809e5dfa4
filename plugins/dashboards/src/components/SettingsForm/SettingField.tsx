import { Checkbox, CheckboxGroup } from '@backstage/ui';
import type { SettingSchema } from '@portal/plugin-widgets-common';
import type { FieldProps } from './FieldProps';
import { ListField } from './ListField';
import { NumberSetting } from './NumberSetting';
import styles from './SettingsForm.module.css';
import { TextSetting } from './TextSetting';

/** One setting, as the field that its type needs. */
export function SettingField(props: FieldProps<SettingSchema>) {
  const { setting, ...rest } = props;
  const { value, onChange } = rest;
  switch (setting.type) {
    case 'string':
      return <TextSetting setting={setting} {...rest} />;
    case 'integer':
    case 'number':
      return <NumberSetting setting={setting} {...rest} />;
    case 'boolean':
      return (
        <Checkbox
          isSelected={Boolean(value ?? setting.default ?? false)}
          onChange={onChange}
        >
          {setting.title}
        </Checkbox>
      );
    default:
      return setting.items.type === 'string' && setting.items.enum ? (
        <ChoicesField
          {...rest}
          title={setting.title}
          description={setting.description}
          choices={setting.items.enum}
          usual={setting.default}
        />
      ) : (
        <ListField setting={setting} {...rest} />
      );
  }
}

/** A list of which each member is one of a few. */
function ChoicesField(
  props: Omit<FieldProps<unknown>, 'setting'> & {
    title: string;
    description?: string;
    choices: readonly string[];
    usual: unknown;
  },
) {
  const { path, title, description, choices, usual, ...rest } = props;
  const { value, problems, isRequired, onChange } = rest;
  const problem = problems.get(path);
  return (
    <div>
      <CheckboxGroup
        label={title}
        description={description}
        orientation="horizontal"
        isRequired={isRequired}
        value={(value ?? usual ?? []) as string[]}
        // In the order of the schema, whatever was clicked first.
        onChange={next => onChange(choices.filter(each => next.includes(each)))}
      >
        {choices.map(choice => (
          <Checkbox key={choice} value={choice}>
            {choice}
          </Checkbox>
        ))}
      </CheckboxGroup>
      {problem && <p className={styles.problem}>{problem}</p>}
    </div>
  );
}
