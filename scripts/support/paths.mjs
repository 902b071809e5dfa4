import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the checkout. */
export const repositoryRoot = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../..',
);

/** Downloaded tools and build stamps; may be deleted at any time. */
export const cacheDirectory = path.join(repositoryRoot, '.cache');

/** The built frontend, which the backend serves. */
export const frontendDistDirectory = path.join(
  repositoryRoot,
  'packages/app/dist',
);

/**
 * Where the portal keeps what must survive: the database and the service token.
 * `PORTAL_DATA_DIR` moves it, so that two portals can run side by side.
 */
export function dataDirectory() {
  return path.resolve(repositoryRoot, process.env.PORTAL_DATA_DIR || '.data');
}
