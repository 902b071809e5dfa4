import {
  CompoundEntityRef,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { Persona } from './types';

const PERSONAS_KEY = 'portal.signIn.personas';
const ID_PATTERN = /^[a-z][a-z0-9-]*$/;

/**
 * Reads the demo personas from `portal.signIn.personas`, and says which line is wrong where one is.
 *
 * @public
 */
export function readPersonas(config: Config): Persona[] {
  const personas = (config.getOptionalConfigArray(PERSONAS_KEY) ?? []).map(
    (item, index) => readPersona(item, `${PERSONAS_KEY}[${index}]`),
  );
  const ids = new Set<string>();
  for (const { id } of personas) {
    if (ids.has(id)) {
      throw new InputError(
        `${PERSONAS_KEY} has two personas with the id '${id}': give each its own id`,
      );
    }
    ids.add(id);
  }
  return personas;
}

function readPersona(item: Config, key: string): Persona {
  const id = item.getString('id');
  if (!ID_PATTERN.test(id)) {
    throw new InputError(
      `${key}.id is '${id}': write it in lower-case letters, digits and hyphens, starting with a letter`,
    );
  }
  const userEntityRef = item.getString('userEntityRef');
  const ref = parseUserRef(userEntityRef);
  if (ref?.kind.toLowerCase() !== 'user') {
    throw new InputError(
      `${key}.userEntityRef is '${userEntityRef}', which names no user: write it as user:default/name`,
    );
  }
  return { id, userEntityRef: stringifyEntityRef(ref) };
}

function parseUserRef(ref: string): CompoundEntityRef | undefined {
  try {
    return parseEntityRef(ref, {
      defaultKind: 'user',
      defaultNamespace: 'default',
    });
  } catch {
    return undefined;
  }
}
