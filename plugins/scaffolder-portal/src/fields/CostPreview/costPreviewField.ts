import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { lazyField } from '../lazyField';

const schema = makeFieldSchema({
  output: z => z.null().optional(),
  uiOptions: z =>
    z.object({
      environmentsField: z
        .string()
        .optional()
        .describe('The parameter with the environments. Default: environments'),
    }),
});

/** `ui:field: CostPreview`. It has no value. */
export const costPreviewField = createFormField({
  name: 'CostPreview',
  component: lazyField(() => import('./CostPreview').then(m => m.CostPreview)),
  schema,
});
