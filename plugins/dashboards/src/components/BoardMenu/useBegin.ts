import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';

/** Chooses the board that the reader begins with, or that it is no longer this one, and says so. */
export function useBegin(
  choose: (boardRef: string | undefined) => Promise<void>,
) {
  const toasts = useApi(toastApiRef);
  return useCallback(
    async (board: { boardRef: string; title: string; isWanted: boolean }) => {
      const { boardRef, title, isWanted } = board;
      await choose(isWanted ? boardRef : undefined);
      toasts.post({
        title: isWanted
          ? `You begin with ${title}`
          : `You no longer begin with ${title}`,
        description: isWanted
          ? 'It is at the top of the home page.'
          : 'The board of your group comes back, if there is one.',
        status: 'success',
        timeout: 6_000,
      });
    },
    [choose, toasts],
  );
}
