import { Select, TextAreaField, TextField } from '@backstage/ui';
import type { SettingSchema } from '@portal/plugin-widgets-common';
import type { FieldProps } from './FieldProps';

type TextSchema = Extract<SettingSchema, { type: 'string' }>;

/** From this length on a text gets several lines. */
const longText = 400;
/** Stands for no choice: a list has no empty key. */
const unset = '(not set)';

/** A text, or one of a few. */
export function TextSetting(props: FieldProps<TextSchema>) {
  const { setting, path, value, isRequired, problems, onChange } = props;
  const { title, description, default: usual, enum: choices } = setting;
  const problem = problems.get(path);
  if (choices) {
    return (
      <Select
        label={title}
        description={problem ?? description}
        isRequired={isRequired}
        isInvalid={Boolean(problem)}
        options={[
          ...(isRequired || usual !== undefined ? [] : [unset]),
          ...choices,
        ].map(id => ({ id, label: id }))}
        value={String(value ?? usual ?? unset)}
        onChange={key => onChange(key === unset ? undefined : key)}
      />
    );
  }
  const shared = {
    label: title,
    description,
    isRequired,
    value: String(value ?? ''),
    placeholder: usual === undefined ? undefined : String(usual),
    validationBehavior: 'aria' as const,
    validate: () => problem ?? null,
    onChange: (text: string) => onChange(text === '' ? undefined : text),
  };
  return (setting.maxLength ?? 0) >= longText ? (
    <TextAreaField {...shared} rows={6} />
  ) : (
    <TextField {...shared} />
  );
}
