import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  PlaceholderResolverParams,
  processingResult,
} from '@backstage/plugin-catalog-node';

/**
 * Resolves `$file: ./path` to the text of a file beside or below the file that the entity is in.
 *
 * @remarks
 *
 * The catalog's own `$text` can't read from a `file` location, only from an address. This one reads from both,
 * so that an entity file means the same on a laptop and in a Git host; it never leaves the entity's folder.
 */
export async function filePlaceholderResolver(
  params: PlaceholderResolverParams,
): Promise<string> {
  const { key, value, baseUrl, read, resolveUrl, emit } = params;
  if (
    typeof value !== 'string' ||
    !/^\.\//.test(value) ||
    value.split(/[\\/]/).includes('..')
  ) {
    throw new InputError(
      `$${key} in ${baseUrl} must be a path that begins with ./ and stays in the folder, but is ${JSON.stringify(
        value,
      )}`,
    );
  }

  if (!isAbsolute(baseUrl)) {
    const url = resolveUrl(value, baseUrl);
    const content = await read(url);
    emit(processingResult.refresh(`url:${url}`));
    return content.toString('utf-8');
  }

  const path = resolveSafeChildPath(dirname(baseUrl), value);
  emit(processingResult.refresh(`file:${path}`));
  try {
    return await readFile(path, 'utf-8');
  } catch (error) {
    throw new InputError(
      `$${key} in ${baseUrl}: ${value} could not be read`,
      error,
    );
  }
}
