import type { AttributionSettings } from '../derive/attributeEntities';

/** Environments whose name begins with `prod` are production; they keep their name in upper case. */
export const attribution: AttributionSettings = {
  environments: {
    resolve: name => ({
      environment: name?.toLocaleUpperCase('en-US'),
      production: /^prod/i.test(name ?? ''),
    }),
  },
};
