import { InputError } from '@backstage/errors';
import { shorten } from './shorten';

/** What stands behind a target, by its name; `%20` and the like are decoded. */
export type CheckOptions = ReadonlyMap<string, string>;

/** Reads words such as `within=800ms`. */
export function parseOptions(words: readonly string[]): Map<string, string> {
  const options = new Map<string, string>();
  for (const word of words) {
    const [, name, value] = /^([a-z]+)=(.+)$/.exec(word) ?? [];
    if (!name) {
      throw new InputError(
        `"${shorten(word)}" is no option; write option=value`,
      );
    }
    if (options.has(name)) {
      throw new InputError(`the option ${name} is there twice`);
    }
    options.set(name, decode(name, value));
  }
  return options;
}

/** Fails where there is an option that the target does not have. */
export function allow(options: CheckOptions, names: readonly string[]): void {
  for (const name of options.keys()) {
    if (!names.includes(name)) {
      throw new InputError(
        `the option ${name} is not known here; known are: ${
          names.join(', ') || 'none'
        }`,
      );
    }
  }
}

function decode(name: string, text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new InputError(
      `${name}: a % must be followed by two hexadecimal digits; write %25 for the sign itself`,
    );
  }
}
