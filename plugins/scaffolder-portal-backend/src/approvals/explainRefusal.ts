import { ConflictError, NotAllowedError, toError } from '@backstage/errors';

/**
 * What the scaffolder refused to start a run for, as an error of its kind. Its client says only in words what it was answered, such as
 * `Backend request failed, 403 Forbidden {"error":{"name":"NotAllowedError","message":""}}`; any other error stays as it is.
 */
export function explainRefusal(error: unknown, templateRef: string): Error {
  const { message } = toError(error);
  const [, code, body] =
    message.match(/^Backend request failed, (4\d\d)\b[^{]*([^]*)$/) ?? [];
  if (code === undefined) {
    return toError(error);
  }
  const reason = reasonIn(body);
  return code === '401' || code === '403'
    ? new NotAllowedError(
        `A yes runs ${templateRef}, which you may not do${
          reason && `: ${reason}`
        }; let another member of the group decide, or ask an administrator for the permission scaffolder.task.create`,
      )
    : new ConflictError(
        `The scaffolder does not start ${templateRef}${
          reason && `: ${reason}`
        }; nothing is decided`,
      );
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
