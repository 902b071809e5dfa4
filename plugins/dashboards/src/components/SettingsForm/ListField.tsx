import { Button, ButtonIcon } from '@backstage/ui';
import type { SettingSchema } from '@portal/plugin-widgets-common';
import { RiAddLine, RiArrowUpLine, RiDeleteBinLine } from '@remixicon/react';
import { useId } from 'react';
import type { FieldProps } from './FieldProps';
import { SettingField } from './SettingField';
import styles from './SettingsForm.module.css';
import { SettingsForm } from './SettingsForm';

type ListSchema = Extract<SettingSchema, { type: 'array' }>;

/** A list, whose members can be added, put forward and removed. */
export function ListField(props: FieldProps<ListSchema>) {
  const { setting, path, value, problems, onChange } = props;
  const { title, description, items, maxItems } = setting;
  const id = useId();
  const members = (value ?? setting.default ?? []) as unknown[];
  const problem = problems.get(path);
  const replace = (index: number, member: unknown) =>
    onChange(members.map((each, other) => (other === index ? member : each)));
  return (
    <fieldset className={styles.list} aria-describedby={id}>
      <legend className={styles.legend}>{title}</legend>
      <p id={id} className={problem ? styles.problem : styles.note}>
        {problem ?? description}
      </p>
      <ol className={styles.members}>
        {members.map((member, index) => {
          const name = `${title} ${index + 1}`;
          return (
            // Members have no names of their own.
            // eslint-disable-next-line react/no-array-index-key
            <li key={index} className={styles.member} aria-label={name}>
              <div className={styles.content}>
                {items.type === 'object' ? (
                  <SettingsForm
                    schema={items}
                    path={`${path}[${index}]`}
                    values={(member ?? {}) as Record<string, unknown>}
                    problems={problems}
                    onChange={values => replace(index, values)}
                  />
                ) : (
                  <SettingField
                    setting={items}
                    path={`${path}[${index}]`}
                    value={member}
                    isRequired
                    problems={problems}
                    onChange={next => replace(index, next ?? '')}
                  />
                )}
              </div>
              <div className={styles.memberActions}>
                <ButtonIcon
                  variant="tertiary"
                  aria-label={`Move ${name} forward`}
                  icon={<RiArrowUpLine aria-hidden />}
                  isDisabled={index === 0}
                  onPress={() => onChange(swapped(members, index))}
                />
                <ButtonIcon
                  variant="tertiary"
                  aria-label={`Remove ${name}`}
                  icon={<RiDeleteBinLine aria-hidden />}
                  onPress={() =>
                    onChange(members.filter((_, other) => other !== index))
                  }
                />
              </div>
            </li>
          );
        })}
      </ol>
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiAddLine aria-hidden />}
        isDisabled={maxItems !== undefined && members.length >= maxItems}
        onPress={() =>
          onChange([...members, items.type === 'object' ? {} : ''])
        }
      >
        Add to {title.toLowerCase()}
      </Button>
    </fieldset>
  );
}

/** A list with one member put before the one in front of it. */
function swapped(members: unknown[], index: number): unknown[] {
  const next = [...members];
  [next[index - 1], next[index]] = [next[index], next[index - 1]];
  return next;
}
