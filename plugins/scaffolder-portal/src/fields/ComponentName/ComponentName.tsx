import { useId, useState } from 'react';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Box, TextField } from '@backstage/ui';
import {
  checkComponentName,
  componentNameLength,
} from '@portal/plugin-scaffolder-portal-common';
import styles from './ComponentName.module.css';
import { NameVerdict } from './NameVerdict';
import { useNameCheck } from './useNameCheck';

/** A name, with what is wrong with it and what has it already. */
export function ComponentName(
  props: FieldExtensionComponentProps<string, { kind?: string }>,
) {
  const {
    disabled,
    formData,
    onChange,
    rawErrors,
    readonly,
    required,
    schema,
  } = props;
  const { uiSchema } = props;
  const name = formData ?? '';
  const [touched, setTouched] = useState(false);
  const verdictId = useId();
  const problem = checkComponentName(name);
  const check = useNameCheck(
    uiSchema['ui:options']?.kind ?? 'Component',
    problem ? undefined : name,
  );
  // While somebody begins to write, nothing is wrong yet.
  const shownProblem =
    name !== '' || touched || rawErrors?.length ? problem : undefined;
  const isInvalid = Boolean(shownProblem) || check.state === 'taken';
  return (
    <Box bg="neutral" className={styles.name}>
      <TextField
        label={uiSchema['ui:title'] ?? schema.title ?? 'Name'}
        description={
          schema.description ??
          `Letters from a to z, digits and dashes, at most ${componentNameLength} characters. It is the name in the catalog and of the repository.`
        }
        // The author of the template says where a form begins.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={Boolean(uiSchema['ui:autofocus'])}
        isRequired={required}
        isDisabled={disabled || readonly}
        value={name}
        autoComplete="off"
        spellCheck="false"
        aria-describedby={verdictId}
        validationBehavior="aria"
        isInvalid={isInvalid}
        onBlur={() => setTouched(true)}
        onChange={value => onChange(value === '' ? undefined : value)}
      />
      <NameVerdict id={verdictId} problem={shownProblem} check={check} />
    </Box>
  );
}
