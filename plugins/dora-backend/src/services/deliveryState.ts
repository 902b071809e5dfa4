import type { DeliverySource, DeliveryState } from '@portal/plugin-dora-common';
import type { StoredSource } from '../database/DeliveryStore';

/** How a source is doing, in one word. */
export function sourceState(source: StoredSource): DeliverySource['state'] {
  if (source.failingSince !== undefined) {
    return 'error';
  }
  return source.lastSuccessAt === undefined ? 'pending' : 'ok';
}

/**
 * What the sources of an entity say about its figures.
 */
export function deliveryState(options: {
  sources: StoredSource[];
  hasRepository: boolean;
  staleAfter: number;
  now: number;
}): DeliveryState {
  const { sources, hasRepository, staleAfter, now } = options;
  const git = sources.find(source => source.source === 'git');
  if (!sources.some(source => source.commits + source.releases > 0)) {
    const read = git ?? sources.find(source => source.failingSince);
    return withoutFacts(read, hasRepository || read !== undefined);
  }
  const since = git && git.commits > 0 ? git.lastSuccessAt : undefined;
  if (since !== undefined && now - Date.parse(since) > staleAfter) {
    return { state: 'stale', since, error: git?.error };
  }
  return { state: 'ok' };
}

function withoutFacts(
  read: StoredSource | undefined,
  isConnected: boolean,
): DeliveryState {
  if (!isConnected) {
    return { state: 'not-configured' };
  }
  if (read?.failingSince !== undefined) {
    const error = read.error ?? 'The repository could not be read.';
    return { state: 'source-error', since: read.failingSince, error };
  }
  return { state: read?.lastSuccessAt === undefined ? 'pending' : 'ok' };
}
