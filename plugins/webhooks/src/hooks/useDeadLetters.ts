import { useMemo } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type { WebhookDeadLetter } from '@portal/plugin-webhooks-common';
import { webhooksApiRef } from '../api';
import { useLive, type Live } from './useLive';

/** Dead letters that one press of "Load more" brings. */
const pageSize = 20;
/** The most that the inbox gives at once. */
const maxPageSize = 200;

/** Dead letters, newest first, as far as they were asked for. */
export type DeadLetters = { items: WebhookDeadLetter[]; hasMore: boolean };

/** Loads dead letters of one consumer or of all, and keeps what is shown up to date. */
export function useDeadLetters(consumer?: string): Live<DeadLetters> & {
  loadMore: () => void;
} {
  const api = useApi(webhooksApiRef);
  const list = useMemo(() => {
    let wanted = pageSize;
    return {
      extend: () => {
        wanted += pageSize;
      },
      load: async (signal: AbortSignal): Promise<DeadLetters> => {
        const items: WebhookDeadLetter[] = [];
        let cursor: string | undefined;
        do {
          const limit = Math.min(wanted - items.length, maxPageSize);
          const page = await api.getDeadLetters(
            { consumer, cursor, limit },
            { signal },
          );
          items.push(...page.items);
          cursor = page.nextCursor;
        } while (cursor !== undefined && items.length < wanted);
        return { items, hasMore: cursor !== undefined };
      },
    };
  }, [api, consumer]);
  const live = useLive(list.load);
  return {
    ...live,
    loadMore: () => {
      list.extend();
      live.reload();
    },
  };
}
