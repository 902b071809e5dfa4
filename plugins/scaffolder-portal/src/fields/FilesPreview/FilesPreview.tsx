import { useCallback } from 'react';
import { useParams } from 'react-router-dom';
import { useApi } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Skeleton } from '@backstage/ui';
import { LoadFailure, useLoad } from '@portal/plugin-metrics-react';
import { scaffolderPortalApiRef } from '../../api';
import { useDebounced } from '../../hooks/useDebounced';
import { previewSubject } from '../../words';
import { FieldFrame } from '../FieldFrame';
import styles from './FilesPreview.module.css';
import { PreviewResult } from './PreviewResult';

/** After the last change of the form. */
const pause = 800;

/** The files that the template would make of what the form says so far. */
export function FilesPreview(
  props: FieldExtensionComponentProps<
    null | undefined,
    { templateRef?: string }
  >,
) {
  const { formContext, name, schema, uiSchema } = props;
  const { namespace, templateName } = useParams();
  const templateRef =
    uiSchema['ui:options']?.templateRef ??
    (templateName && `template:${namespace ?? 'default'}/${templateName}`);
  const { [name]: _, ...values } = formContext?.formData ?? {};
  return (
    <FieldFrame title={uiSchema['ui:title'] ?? schema.title ?? 'Files'}>
      {templateRef ? (
        <Preview templateRef={templateRef} values={JSON.stringify(values)} />
      ) : (
        <p className={styles.note}>
          A preview is shown where the form is opened from the list of
          templates.
        </p>
      )}
    </FieldFrame>
  );
}

function Preview(props: { templateRef: string; values: string }) {
  const { templateRef } = props;
  const api = useApi(scaffolderPortalApiRef);
  const values = useDebounced(props.values, pause);
  const { result, reload } = useLoad(
    useCallback(
      signal =>
        api.preview({ templateRef, values: JSON.parse(values) }, { signal }),
      [api, templateRef, values],
    ),
  );
  switch (result.state) {
    case 'loading':
      return (
        <div role="status" aria-label="The preview is being made">
          <Skeleton width="100%" height={320} />
        </div>
      );
    case 'failed':
      return (
        <LoadFailure
          {...previewSubject}
          error={result.error}
          onRetry={reload}
        />
      );
    default:
      return <PreviewResult preview={result.value} />;
  }
}
