import { toError } from '@backstage/errors';

/** Why the scaffolder did not do what it was asked for. */
export type Refusal = {
  /** It is the caller's permission that is missing. */
  isForbidden: boolean;
  /** Empty where it did not say. */
  reason: string;
};

/**
 * What the scaffolder refused to start a run for; undefined for an error that is no refusal. Its client says only in words what it was
 * answered, such as `Backend request failed, 403 Forbidden {"error":{"name":"NotAllowedError","message":""}}`.
 */
export function readRefusal(error: unknown): Refusal | undefined {
  const [, code, body] =
    toError(error).message.match(
      /^Backend request failed, (4\d\d)\b[^{]*([^]*)$/,
    ) ?? [];
  return code === undefined
    ? undefined
    : { isForbidden: ['401', '403'].includes(code), reason: reasonIn(body) };
}

/** An error of Backstage, or the list of what is wrong with values. */
function reasonIn(body: string): string {
  try {
    const { error, errors } = JSON.parse(body);
    return Array.isArray(errors)
      ? errors.map(({ stack, message }) => stack ?? message).join(', ')
      : error?.message ?? '';
  } catch {
    return '';
  }
}
