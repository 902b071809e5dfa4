import {
  parseEntityRef,
  stringifyEntityRef,
  type CompoundEntityRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { everything } from '@portal/plugin-org-history-common';

const scopeKinds = ['group', 'system', 'domain', 'component'];

/** The complete references, in lower case. Fails with InputError for what is none. */
export function parseRefs(field: string, refs: string[]): string[] {
  return refs.map((ref, index) => parseRef(`${field}[${index}]`, ref));
}

/** As {@link parseRefs}, and fails for what has no components below it. A person is no scope. */
export function parseScopes(scopes: string[]): string[] {
  return scopes.map((scope, index) => {
    if (scope === everything) {
      return scope;
    }
    const ref = parseRef(`scopes[${index}]`, scope);
    if (!scopeKinds.includes(ref.slice(0, ref.indexOf(':')))) {
      throw new InputError(
        `scopes[${index}]: found "${scope}", expected a group, system, domain or component, or "${everything}"`,
      );
    }
    return ref;
  });
}

export function parseRef(
  field: string,
  ref: string | CompoundEntityRef,
): string {
  try {
    const parsed = typeof ref === 'string' ? parseEntityRef(ref) : ref;
    return stringifyEntityRef(parsed);
  } catch {
    throw new InputError(
      `${field}: found "${String(ref).slice(
        0,
        100,
      )}", expected an entity reference such as component:default/shop`,
    );
  }
}
