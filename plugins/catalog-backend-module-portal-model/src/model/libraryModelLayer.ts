import { createCatalogModelLayer } from '@backstage/catalog-model/alpha';
import { firstClassType } from './firstClassType';

/**
 * Component type `library`: code that others build into theirs.
 */
export const libraryModelLayer = createCatalogModelLayer({
  layerId: 'portal/component-library',
  builder: model => {
    model.addKindVersion(
      firstClassType({
        kind: 'Component',
        specType: 'library',
        description: 'A software library that other components build in.',
        required: ['language', 'packageName'],
        fields: {
          language: {
            type: 'string',
            minLength: 1,
            description:
              'the programming language that the library is used from',
          },
          packageName: {
            type: 'string',
            pattern: '^\\S+$',
            description:
              'the name under which a package manager installs it, without spaces',
          },
          ecosystem: {
            type: 'string',
            enum: ['npm', 'maven', 'pypi', 'nuget', 'go', 'cargo', 'rubygems'],
            description: 'the package manager that installs it',
          },
          latestVersion: {
            type: 'string',
            pattern: '^\\d+\\.\\d+\\.\\d+(?:[-+][0-9A-Za-z.+-]+)?$',
            description:
              'the newest release, as a semantic version such as 2.4.1',
          },
          supportedVersions: {
            type: 'array',
            minItems: 1,
            uniqueItems: true,
            items: {
              type: 'string',
              minLength: 1,
              description: 'a version or a range such as 2.x',
            },
            description:
              'the versions that still get fixes, as a list such as [2.x, 3.x]',
          },
        },
      }),
    );
  },
});
