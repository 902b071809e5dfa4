import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  checkEnvironmentChoices,
  toKnownEnvironment,
} from '@portal/plugin-scaffolder-portal-common';
import type { ChosenEnvironment } from '../describe/EntityDescription';

/** What {@link assertEnvironments} works with. */
export type EnvironmentsCheck = {
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
  /** Who runs the template: who may not see an environment may not choose it. */
  credentials: BackstageCredentials;
  /** The step that uses the environments, for what is said. */
  step: string;
};

/** As the catalog writes references of resources. */
const reference = /^resource:[a-z0-9-]+\/[a-z0-9._-]+$/;

/**
 * Fails with InputError unless the environments are as the field `EnvironmentPicker` lets them be chosen. The field checks in the
 * browser only, and a run may be started without it.
 */
export async function assertEnvironments(
  choices: readonly ChosenEnvironment[],
  { catalog, credentials, step }: EnvironmentsCheck,
): Promise<void> {
  if (choices.length === 0) {
    return;
  }
  const entityRefs = [...new Set(choices.map(({ ref }) => ref))].filter(ref =>
    reference.test(ref),
  );
  const { items } = await catalog.getEntitiesByRefs(
    { entityRefs, fields: ['kind', 'metadata', 'spec'] },
    { credentials },
  );
  const known = items.flatMap(entity =>
    entity ? toKnownEnvironment(entity) ?? [] : [],
  );
  const problems = checkEnvironmentChoices(choices, known);
  if (problems.length > 0) {
    throw new InputError(
      `Step "${step}" cannot use its environments. ${problems
        .map(
          ({ index = 0, message }) =>
            `environments[${index}], ${show(choices[index])}: ${message}`,
        )
        .join('. ')}`,
    );
  }
}

/** Without the note, which may be long. */
function show({ ref, name, production, size }: ChosenEnvironment): string {
  return JSON.stringify({ ref, name, production, size });
}
