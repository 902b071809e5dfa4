import { NumberField } from '@backstage/ui';
import type { SettingSchema } from '@portal/plugin-widgets-common';
import type { FieldProps } from './FieldProps';

type NumberSchema = Extract<SettingSchema, { type: 'integer' | 'number' }>;

/** A number within its limits. */
export function NumberSetting(props: FieldProps<NumberSchema>) {
  const { setting, path, value, isRequired, problems, onChange } = props;
  const { type, title, description, minimum, maximum } = setting;
  const problem = problems.get(path);
  const given = value ?? setting.default;
  return (
    <NumberField
      label={title}
      description={description}
      isRequired={isRequired}
      minValue={minimum}
      maxValue={maximum}
      step={type === 'integer' ? 1 : undefined}
      value={typeof given === 'number' ? given : NaN}
      validationBehavior="aria"
      validate={() => problem ?? null}
      onChange={next => onChange(Number.isNaN(next) ? undefined : next)}
    />
  );
}
