import type { LogEvent } from '@backstage/plugin-scaffolder-common';

/** What the events of a task say about its last attempt. */
export type EventSummary = {
  endedAt?: Date;
  failedStepId?: string;
  /** Complete references of what the output says was made. */
  entityRefs: string[];
};

const entityRefPattern = /^[^:/\s]{1,63}:[^:/\s]{1,63}\/[^:/\s]{1,63}$/;

/** A retry goes on where an attempt failed: what was logged before it does not tell how it ended. */
export function summariseEvents(events: readonly LogEvent[]): EventSummary {
  const ordered = [...events].sort((one, other) => one.id - other.id);
  const begin = ordered.map(({ type }) => type).lastIndexOf('recovered') + 1;
  const attempt = ordered.slice(begin);
  const end = attempt
    .filter(({ type }) => type === 'completion' || type === 'cancelled')
    .pop();
  const failed = attempt
    .filter(({ body }) => body?.status === 'failed' && body.stepId)
    .pop();
  return {
    ...(end && { endedAt: new Date(end.createdAt) }),
    ...(failed && { failedStepId: failed.body.stepId }),
    entityRefs: end ? entityRefsOf(end.body) : [],
  };
}

function entityRefsOf(body: object): string[] {
  const { output } = body as { output?: unknown };
  if (typeof output !== 'object' || output === null) {
    return [];
  }
  const { entityRef, links } = output as {
    entityRef?: unknown;
    links?: unknown;
  };
  const found = [
    entityRef,
    ...(Array.isArray(links) ? links.map(link => link?.entityRef) : []),
  ].filter(
    (ref): ref is string =>
      typeof ref === 'string' && entityRefPattern.test(ref),
  );
  return [...new Set(found.map(ref => ref.toLocaleLowerCase('en-US')))];
}
