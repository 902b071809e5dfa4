import { createHash } from 'node:crypto';
import type { PayloadReader } from '../reports/PayloadReader';
import type { PortalData } from './readPortalData';

/** The sender, and the prefix of natural ids. */
export const source = 'cdevents';

/**
 * What may be told the CDEvents parser.
 *
 * @internal
 */
export type CdeventsOptions = {
  /**
   * Pipelines whose runs are deployments. For those that do not send `service` events as well, which would count twice.
   * Default: none.
   */
  deployPipelines?: readonly {
    /** Name of the pipeline, or full name of the Jenkins job; `*` stands for any characters. */
    pipeline: string;
    /** What the event does not say. Missing stays unknown. */
    environment?: string;
  }[];
};

/** An event, and what all facts of it have in common. */
export type CdeventsContext = {
  options: CdeventsOptions;
  /** What happened to the subject, such as `deployed`. */
  predicate: string;
  /** The `data` of the CloudEvent. */
  event: PayloadReader;
  subject: PayloadReader;
  /** Epoch milliseconds. */
  at: number;
  portal: PortalData;
};

const longestKey = 300;

/** The name of the event itself: its source and id together are unique. */
export function eventKey({ event }: CdeventsContext): string {
  const context = event.at('context');
  return keyOf(context.at('source').text(), context.at('id').identifier());
}

/** The name of what the event is about: that of its own source, where it has one, else of the source of the event. */
export function subjectKey({ event, subject }: CdeventsContext): string {
  const origin =
    subject.at('source').optionalText() ?? event.at('context', 'source').text();
  return keyOf(origin, subject.at('id').identifier());
}

// As the inbox names events, and short enough for an index.
function keyOf(origin: string, id: string): string {
  const key = `${origin} ${id}`;
  return key.length <= longestKey
    ? key
    : `sha256:${createHash('sha256').update(key).digest('hex')}`;
}
