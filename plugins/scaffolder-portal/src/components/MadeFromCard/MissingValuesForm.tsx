import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  scaffolderApiRef,
  type FieldExtensionOptions,
} from '@backstage/plugin-scaffolder-react';
import {
  formFieldsApiRef,
  Stepper,
} from '@backstage/plugin-scaffolder-react/alpha';
import type { JsonObject } from '@backstage/types';
import { Skeleton } from '@backstage/ui';
import type { TemplateProblem } from '@portal/plugin-scaffolder-portal-common';
import { LoadFailure, useLoad } from '@portal/plugin-metrics-react';
import { formSubject } from '../../words';
import { Items } from './Items';
import styles from './MadeFromCard.module.css';
import { missingFieldsOf } from './missingFieldsOf';

/** Asks for what the present version of a template needs and was not filled in then, with the fields of the template's own form. */
export function MissingValuesForm(props: {
  templateRef: string;
  problems: TemplateProblem[];
  onValues: (values: JsonObject) => Promise<void>;
}) {
  const { onValues, problems, templateRef } = props;
  const scaffolder = useApi(scaffolderApiRef);
  const formFields = useApi(formFieldsApiRef);
  const { result, reload } = useLoad(
    useCallback(async () => {
      const [manifest, loaded] = await Promise.all([
        scaffolder.getTemplateParameterSchema(templateRef),
        formFields.loadFormFields(),
      ]);
      // The scaffolder has opened the fields already; the type still says that they are closed.
      const extensions = loaded as unknown as FieldExtensionOptions<
        unknown,
        unknown
      >[];
      const known = new Set(extensions.map(({ name }) => name));
      return { extensions, ...missingFieldsOf(manifest, problems, known) };
    }, [formFields, problems, scaffolder, templateRef]),
  );
  switch (result.state) {
    case 'ready': {
      const { extensions, rest, schema } = result.value;
      return (
        <>
          {rest.length > 0 && <Problems problems={rest} />}
          {schema && (
            <div className={styles.form}>
              <Stepper
                manifest={{ title: 'Upgrade', steps: [{ title: '', schema }] }}
                extensions={extensions}
                components={{ createButtonText: 'Propose with this' }}
                initialState={{}}
                onCreate={onValues}
              />
            </div>
          )}
        </>
      );
    }
    case 'failed':
      return (
        <>
          <Problems problems={problems} />
          <LoadFailure {...formSubject} error={result.error} onRetry={reload} />
        </>
      );
    default:
      return <Skeleton width="100%" height={48} />;
  }
}

function Problems({ problems }: { problems: TemplateProblem[] }) {
  return (
    <Items
      label="Problems"
      items={problems.map(({ path, message }) =>
        path === '' ? message : `${path}: ${message}`,
      )}
    />
  );
}
