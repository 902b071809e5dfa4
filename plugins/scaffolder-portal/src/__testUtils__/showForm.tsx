import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { discoveryApiRef, fetchApiRef } from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  entityPresentationApiRef,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import type { FieldExtensionOptions } from '@backstage/plugin-scaffolder-react';
import {
  Stepper,
  type FormField,
} from '@backstage/plugin-scaffolder-react/alpha';
import type { JsonObject, JsonValue } from '@backstage/types';
import { scaffolderPortalApiRef } from '../api';
import { componentNameField } from '../fields/ComponentName';
import { costPreviewField } from '../fields/CostPreview';
import { environmentPickerField } from '../fields/EnvironmentPicker';
import { filesPreviewField } from '../fields/FilesPreview';
import { Portal } from './Portal';

// The scaffolder opens a field before it gives it to a form; a field is what it was made of.
const extensions = [
  componentNameField,
  costPreviewField,
  environmentPickerField,
  filesPreviewField,
].map(
  (field: FormField) => field as unknown as FieldExtensionOptions<any, any>,
);

/** Names entities by their references. */
export const presentation = {
  forEntity: (entity: unknown) => {
    const snapshot = {
      entityRef: String(entity),
      primaryTitle: String(entity),
    };
    return { snapshot, promise: Promise.resolve(snapshot) };
  },
};

/** Shows the scaffolder's own form with the fields, and keeps what it was sent with. */
export function showForm(options: {
  properties: JsonObject;
  required?: string[];
  values?: Record<string, JsonValue>;
  portal?: Portal;
}) {
  const portal = options.portal ?? new Portal();
  const sent: Array<Record<string, JsonValue>> = [];
  const schema: JsonObject = {
    type: 'object',
    required: options.required ?? [],
    properties: options.properties,
  };
  renderInTestApp(
    <Stepper
      manifest={{ title: 'Form', steps: [{ title: 'Step', schema }] }}
      extensions={extensions}
      initialState={options.values}
      onCreate={async values => {
        sent.push(values);
      }}
    />,
    {
      apis: [
        [scaffolderPortalApiRef, portal],
        [catalogApiRef, portal.catalogApi as never],
        [discoveryApiRef, portal.discoveryApi],
        [fetchApiRef, portal.fetchApi as never],
        [entityPresentationApiRef, presentation],
      ],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name':
          convertLegacyRouteRef(entityRouteRef),
      },
    },
  );
  return { portal, sent };
}
