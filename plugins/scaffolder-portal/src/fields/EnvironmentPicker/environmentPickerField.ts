import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import {
  checkEnvironmentChoices,
  environmentSizes,
} from '@portal/plugin-scaffolder-portal-common';
import { loadEnvironments } from '../../environments/loadEnvironments';
import { lazyField } from '../lazyField';

const schema = makeFieldSchema({
  output: z =>
    z.array(
      z.object({
        ref: z.string(),
        name: z.string(),
        production: z.boolean(),
        size: z.enum(environmentSizes),
        approval: z.string().optional(),
      }),
    ),
});

/** `ui:field: EnvironmentPicker`. */
export const environmentPickerField = createFormField({
  name: 'EnvironmentPicker',
  component: lazyField(() =>
    import('./EnvironmentPicker').then(m => m.EnvironmentPicker),
  ),
  schema,
  validation: async (value, field, { apiHolder, schema: fieldSchema }) => {
    if (value === undefined && !fieldSchema.minItems) {
      return;
    }
    const catalogApi = apiHolder.get(catalogApiRef);
    const known = catalogApi ? await loadEnvironments(catalogApi) : [];
    for (const { message } of checkEnvironmentChoices(value, known)) {
      field.addError(message);
    }
  },
});
