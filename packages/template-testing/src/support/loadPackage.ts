import { createRequire } from 'node:module';

const load = createRequire(__filename);

/**
 * Loads a package when it is needed: because its name depends on what was found, or because it must not start earlier.
 * `import()` would do the same, were it not for Jest, which runs this package as CommonJS and cannot.
 */
export function loadPackage<T>(name: string): T {
  return load(name);
}
