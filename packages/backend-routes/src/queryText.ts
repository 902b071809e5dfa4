import { InputError } from '@backstage/errors';
import type { Request } from 'express';

/** A parameter of the query; undefined where it is absent or empty. The contract has checked what kind it is. */
export function textOf(request: Request, name: string): string | undefined {
  const value = request.query[name];
  if (typeof value !== 'string' || value === '') {
    return undefined;
  }
  if (value.includes('\0')) {
    throw new InputError(
      `${name}: found a zero byte, expected text without one`,
    );
  }
  return value;
}

/** Values with commas between them, each of which is one of those that are known. */
export function listOf<T extends string>(
  request: Request,
  name: string,
  known: readonly T[],
): T[] | undefined {
  return textOf(request, name)
    ?.split(',')
    .map(text => {
      const value = known.find(each => each === text);
      if (value === undefined) {
        throw new InputError(
          `${name}: found "${text.slice(0, 50)}", expected some of ${known.join(
            ', ',
          )}`,
        );
      }
      return value;
    });
}

/** `true` or `false`; undefined where it is absent. */
export function flagOf(request: Request, name: string): boolean | undefined {
  const value = request.query[name];
  return value === undefined ? undefined : String(value) === 'true';
}

/** Which page. */
export function pageOf(request: Request): { cursor?: string; limit: number } {
  const { limit } = request.query;
  return {
    cursor: textOf(request, 'cursor'),
    limit: limit === undefined ? 50 : Number(limit),
  };
}
