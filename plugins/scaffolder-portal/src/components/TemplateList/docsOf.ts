import type { Entity } from '@backstage/catalog-model';

/** Where the documentation of a template is read, if it has any. */
export function docsOf({
  metadata,
}: Entity): Array<{ text: string; url: string }> {
  return metadata.annotations?.['backstage.io/techdocs-ref'] === undefined
    ? []
    : [
        {
          text: 'Documentation',
          url: `/docs/${metadata.namespace ?? 'default'}/template/${
            metadata.name
          }`,
        },
      ];
}
