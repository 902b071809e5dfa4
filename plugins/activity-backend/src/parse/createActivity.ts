import type {
  ActivityKind,
  ActivityState,
} from '@portal/plugin-activity-common';
import type { ParsedActivity, Repository } from './ParsedActivity';

const longestId = 800;
/** How far the clock of a sender may be ahead. */
const tolerance = 5 * 60_000;

/** What a parser says of something that happened. Where something needed is missing, nothing happened. */
export type ActivityParts = {
  repository: Repository | undefined;
  kind: ActivityKind;
  /** What makes it unique within repository and kind. */
  id: readonly (string | undefined)[];
  title: string | undefined;
  detail?: string;
  actor?: string;
  at: Date | undefined;
  /** Stands in for the instant where the sender tells none, and is the latest that is believed. */
  receivedAt: Date;
  rank?: number;
  url?: string;
  state?: ActivityState;
};

/** The record of something that happened, or none where it can not be told from others. */
export function createActivity(parts: ActivityParts): ParsedActivity[] {
  const { repository, id, at, receivedAt, rank = 0 } = parts;
  if (!repository || id.some(part => part === undefined)) {
    return [];
  }
  const naturalId = [repository.source, repository.key, parts.kind, ...id].join(
    ':',
  );
  if (Buffer.byteLength(naturalId) > longestId) {
    return [];
  }
  const isAhead = at && at.getTime() > receivedAt.getTime() + tolerance;
  return [
    {
      repository,
      naturalId,
      kind: parts.kind,
      title: parts.title ?? 'Without a title',
      detail: parts.detail,
      actor: parts.actor,
      at: !at || isAhead ? receivedAt : at,
      rank,
      url: parts.url,
      state: parts.state,
    },
  ];
}
