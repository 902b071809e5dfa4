import type { RequestHandler } from 'express';
import expressStaticGzip from 'express-static-gzip';

// The names of the built files carry a hash of their content, so that a browser never has to ask again.
const CACHE_CONTROL = 'public, max-age=1209600, immutable';

/**
 * Serves the files of a folder, packed where a packed version lies beside them and the client takes it.
 *
 * @param directory - Absolute path of the built `static` folder; may be missing.
 * @returns A handler that passes on what it does not find.
 *
 * @public
 */
export function createPrecompressedAssetsHandler(
  directory: string,
): RequestHandler {
  return expressStaticGzip(directory, {
    enableBrotli: true,
    orderPreference: ['br', 'gz'],
    index: false,
    serveStatic: {
      index: false,
      setHeaders: res => res.setHeader('Cache-Control', CACHE_CONTROL),
    },
  });
}
