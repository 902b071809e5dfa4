import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import type { JsonObject, JsonValue } from '@backstage/types';
import {
  checkComponentName,
  checkEnvironmentChoices,
  toKnownEnvironment,
  type TemplateProblem,
} from '@portal/plugin-scaffolder-portal-common';

type Catalog = Pick<CatalogService, 'getEntitiesByRefs'>;

/** As the catalog writes references of resources. */
const environmentRef = /^resource:[a-z0-9-]+\/[a-z0-9._-]+$/;

/** What the portal's own fields, `ComponentName` and `EnvironmentPicker`, say of values in a browser. */
export async function findFieldProblems(
  catalog: Catalog,
  credentials: BackstageCredentials,
  template: TemplateEntityV1beta3,
  values: JsonObject,
): Promise<TemplateProblem[]> {
  const problems: TemplateProblem[] = [];
  for (const [path, field] of fieldsOf(template)) {
    const value = values[path];
    if (value === undefined) {
      continue;
    }
    const messages = await messagesOf(field, value, catalog, credentials);
    problems.push(...messages.map(message => ({ path, message })));
  }
  return problems;
}

async function messagesOf(
  field: JsonObject,
  value: JsonValue | undefined,
  catalog: Catalog,
  credentials: BackstageCredentials,
): Promise<string[]> {
  switch (field['ui:field']) {
    case 'ComponentName':
      return checkName(field, String(value), catalog, credentials);
    case 'EnvironmentPicker':
      return checkEnvironments(value, catalog, credentials);
    default:
      return [];
  }
}

async function checkName(
  field: JsonObject,
  name: string,
  catalog: Catalog,
  credentials: BackstageCredentials,
): Promise<string[]> {
  const problem = checkComponentName(name);
  if (problem) {
    return [problem];
  }
  const { kind = 'Component' } = (field['ui:options'] ?? {}) as {
    kind?: string;
  };
  const entityRef = stringifyEntityRef({ kind, namespace: 'default', name });
  const { items } = await catalog.getEntitiesByRefs(
    { entityRefs: [entityRef], fields: ['kind'] },
    { credentials },
  );
  return items[0] ? [`The name is taken by ${entityRef}`] : [];
}

async function checkEnvironments(
  value: JsonValue | undefined,
  catalog: Catalog,
  credentials: BackstageCredentials,
): Promise<string[]> {
  const choices = Array.isArray(value) ? value : [];
  const entityRefs = choices
    .map(choice => String((choice as { ref?: unknown } | null)?.ref))
    .filter(ref => environmentRef.test(ref));
  const { items } = await catalog.getEntitiesByRefs(
    {
      entityRefs: [...new Set(entityRefs)],
      fields: ['kind', 'metadata', 'spec'],
    },
    { credentials },
  );
  const known = items.flatMap(entity =>
    entity ? toKnownEnvironment(entity) ?? [] : [],
  );
  return checkEnvironmentChoices(value, known).map(({ message }) => message);
}

function fieldsOf(template: TemplateEntityV1beta3): [string, JsonObject][] {
  return [template.spec.parameters ?? []]
    .flat()
    .flatMap(parameters =>
      Object.entries((parameters.properties ?? {}) as Record<string, unknown>),
    )
    .filter(
      (entry): entry is [string, JsonObject] =>
        typeof entry[1] === 'object' && entry[1] !== null,
    );
}
