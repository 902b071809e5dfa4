import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';

type Zod = Parameters<
  Parameters<ActionsRegistryService['register']>[0]['schema']['input']
>[0];

/** A template and the values of its form, as actions take them. */
export function runInput(z: Zod) {
  return {
    templateRef: z
      .string()
      .max(300)
      .regex(/^template:[^:/\s]+\/[^:/\s]+$/)
      .describe('Such as template:default/ba-service-template'),
    values: z
      .record(z.unknown())
      .describe(
        'The fields of the form: spec.parameters of the template in the catalog says which. Never secrets.',
      ),
  };
}
