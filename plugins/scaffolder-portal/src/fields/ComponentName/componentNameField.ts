import { discoveryApiRef, fetchApiRef } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { checkComponentName } from '@portal/plugin-scaffolder-portal-common';
import { findNameHolder } from '../../names/findNameHolder';
import { lazyField } from '../lazyField';

const schema = makeFieldSchema({
  output: z => z.string(),
  uiOptions: z =>
    z.object({
      kind: z
        .string()
        .optional()
        .describe('The kind that must not have the name yet'),
    }),
});

/** `ui:field: ComponentName`. */
export const componentNameField = createFormField({
  name: 'ComponentName',
  component: lazyField(() =>
    import('./ComponentName').then(m => m.ComponentName),
  ),
  schema,
  validation: async (value, field, { apiHolder, uiSchema }) => {
    const problem = checkComponentName(String(value ?? ''));
    if (problem) {
      field.addError(problem);
      return;
    }
    const catalogApi = apiHolder.get(catalogApiRef);
    const discoveryApi = apiHolder.get(discoveryApiRef);
    const fetchApi = apiHolder.get(fetchApiRef);
    if (!catalogApi || !discoveryApi || !fetchApi) {
      return;
    }
    const kind = uiSchema?.['ui:options']?.kind ?? 'Component';
    const holder = await findNameHolder(
      { catalogApi, discoveryApi, fetchApi },
      kind,
      value,
    );
    if (holder) {
      field.addError(
        holder.type === 'entity'
          ? `The name is taken by ${holder.entityRef}`
          : `The name is taken by a repository of the portal`,
      );
    }
  },
});
