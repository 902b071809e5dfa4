import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { lazyField } from '../lazyField';

const schema = makeFieldSchema({
  output: z => z.null().optional(),
  uiOptions: z =>
    z.object({
      templateRef: z
        .string()
        .optional()
        .describe('The template to preview. Default: that of the page'),
    }),
});

/** `ui:field: FilesPreview`. It has no value. */
export const filesPreviewField = createFormField({
  name: 'FilesPreview',
  component: lazyField(() =>
    import('./FilesPreview').then(m => m.FilesPreview),
  ),
  schema,
});
