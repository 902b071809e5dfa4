import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { setTimeout as sleep } from 'node:timers/promises';

const lookEveryMs = 500;

/** What {@link createCatalogWaitAction} works with. */
export type CatalogWaitActionOptions = {
  catalog: CatalogService;
};

/**
 * `portal:catalog:wait`: a location that is registered is read a little later, and until then the links of a finished run lead to pages that
 * are not there.
 */
export function createCatalogWaitAction(options: CatalogWaitActionOptions) {
  return createTemplateAction({
    id: 'portal:catalog:wait',
    description:
      'Waits until the catalog has read an entity that was registered. A catalog that is late does not fail the run: the entity is registered and will come.',
    examples: [
      {
        description: 'The links at the end lead to what is there',
        example: `steps:
  - id: register
    name: Put it into the catalog
    action: catalog:register
    input:
      catalogInfoUrl: \${{ steps.publish.output.catalogInfoUrl }}
  - id: wait
    name: Wait for the catalog
    action: portal:catalog:wait
    input:
      entityRef: \${{ steps.register.output.entityRef }}
`,
      },
    ],
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: z => z.string({ description: 'A complete reference.' }),
        timeoutSeconds: z =>
          z
            .number({ description: 'How long to wait at most. Default: 60.' })
            .int()
            .min(1)
            .max(600)
            .optional(),
      },
      output: {
        found: z =>
          z.boolean({ description: 'Whether it was there by the end.' }),
      },
    },
    async handler(context) {
      const { input, isDryRun, logger, signal } = context;
      const { entityRef, timeoutSeconds = 60 } = input;
      if (isDryRun) {
        context.output('found', false);
        return;
      }
      const credentials = await context.getInitiatorCredentials();
      const end = Date.now() + timeoutSeconds * 1000;
      let found = false;
      while (!found && Date.now() < end) {
        found = Boolean(
          await options.catalog.getEntityByRef(entityRef, { credentials }),
        );
        if (!found) {
          await sleep(lookEveryMs, undefined, { signal });
        }
      }
      logger[found ? 'info' : 'warn'](
        found
          ? `${entityRef} is in the catalog`
          : `${entityRef} was not in the catalog after ${timeoutSeconds} s. It is registered; open it later, or look for errors of its location in the catalog`,
      );
      context.output('found', found);
    },
  });
}
