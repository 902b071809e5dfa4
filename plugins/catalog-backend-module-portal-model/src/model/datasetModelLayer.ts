import { createCatalogModelLayer } from '@backstage/catalog-model/alpha';
import { firstClassType } from './firstClassType';

// Years to days, then hours to seconds; at least one part, and one after the T.
const isoDuration =
  '^P(?=\\d|T\\d)(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?(T(?=\\d)(\\d+H)?(\\d+M)?(\\d+S)?)?$';

/**
 * Resource type `dataset`: data that others may use, with what they have to know before they do.
 */
export const datasetModelLayer = createCatalogModelLayer({
  layerId: 'portal/resource-dataset',
  builder: model => {
    model.addKindVersion(
      firstClassType({
        kind: 'Resource',
        specType: 'dataset',
        description: 'Data that is kept for others to use.',
        required: ['format', 'classification', 'updateFrequency'],
        fields: {
          format: {
            type: 'string',
            minLength: 1,
            description:
              'how the data is stored, such as parquet, csv or table',
          },
          classification: {
            type: 'string',
            enum: ['public', 'internal', 'confidential', 'restricted'],
            description: 'who may see the data',
          },
          updateFrequency: {
            type: 'string',
            enum: [
              'continuous',
              'hourly',
              'daily',
              'weekly',
              'monthly',
              'quarterly',
              'yearly',
              'on-demand',
            ],
            description: 'how often new data arrives',
          },
          retention: {
            type: 'string',
            pattern: isoDuration,
            description:
              'how long data is kept, as an ISO 8601 duration such as P7Y or P90D',
          },
          schema: {
            type: 'string',
            pattern: '^https?://[^\\s/]+',
            description:
              'where the schema of the data is written down, as an http or https address',
          },
        },
      }),
    );
  },
});
