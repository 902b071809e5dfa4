import { useCallback, useState } from 'react';
import { useLoad, type Loaded } from './useLoad';

type Page<T> = { items: T[]; nextCursor?: string };
type LoadPage<P> = (cursor?: string, signal?: AbortSignal) => Promise<P>;

type Following<T, P> = {
  /** The first page that these follow; those of another question are dropped. */
  first: P;
  items: T[];
  nextCursor?: string;
  loading: boolean;
  error?: unknown;
};

/** What was loaded of a list so far. */
export type Pages<T, P = Page<T>> = {
  items: T[];
  hasMore: boolean;
  loadingMore: boolean;
  /** Why the next page did not come. */
  moreError?: unknown;
  /** The first page, for what it says of the whole list. */
  first: P;
};

/** Loads a list page by page on demand. Give a memoised function: another function is another list. */
export function usePages<T, P extends Page<T>>(
  loadPage: LoadPage<P & Page<T>>,
): {
  result: Loaded<Pages<T, P>>;
  reload: () => void;
  loadMore: () => void;
} {
  const loadFirst = useCallback(
    (signal: AbortSignal) => loadPage(undefined, signal),
    [loadPage],
  );
  const { result: firstResult, reload } = useLoad(loadFirst);
  const first = firstResult.state === 'ready' ? firstResult.value : undefined;
  const [stored, setStored] = useState<Following<T, P>>();
  const following =
    first && stored?.first === first
      ? stored
      : first && { ...first, first, loading: false, error: undefined };

  const loadMore = async () => {
    if (!following?.nextCursor || following.loading) {
      return;
    }
    const update = (next: Following<T, P>) =>
      setStored(current =>
        current?.first === following.first ? next : current,
      );
    setStored({ ...following, loading: true, error: undefined });
    try {
      const page = await loadPage(following.nextCursor);
      update({
        first: following.first,
        items: [...following.items, ...page.items],
        nextCursor: page.nextCursor,
        loading: false,
      });
    } catch (error) {
      update({ ...following, loading: false, error });
    }
  };

  if (firstResult.state !== 'ready' || !following) {
    return {
      result:
        firstResult.state === 'failed' ? firstResult : { state: 'loading' },
      reload,
      loadMore,
    };
  }
  return {
    result: {
      state: 'ready',
      value: {
        items: following.items,
        hasMore: Boolean(following.nextCursor),
        loadingMore: following.loading,
        moreError: following.error,
        first: following.first,
      },
    },
    reload,
    loadMore,
  };
}
