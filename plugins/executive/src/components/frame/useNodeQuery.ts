import { useCallback, useMemo } from 'react';
import type { NodeQuery } from '@portal/plugin-executive-common';
import { useSearchParams } from 'react-router-dom';

/** What of an address says which part, and when. */
export const nodeQueryKeys = [
  'node',
  'hierarchy',
  'day',
  'compare',
  'asOf',
] as const;
const keys = nodeQueryKeys;

/** The part of the organisation and the day that the address names; every page has the same. */
export function useNodeQuery(): {
  query: NodeQuery;
  /** The same as text, to ask once for the same question. */
  key: string;
  /** The query as it stands in addresses, with some of it changed; `undefined` takes a value away. */
  searchWith: (change: Record<string, string | undefined>) => string;
  change: (change: Partial<NodeQuery>) => void;
} {
  const [params, setParams] = useSearchParams();
  const text = keys.map(name => params.get(name) ?? '').join('\n');
  const query = useMemo<NodeQuery>(() => {
    const values = text.split('\n');
    return Object.fromEntries(
      keys.flatMap((name, index) =>
        values[index] ? [[name, values[index]]] : [],
      ),
    );
  }, [text]);
  const searchWith = useCallback(
    (change: Record<string, string | undefined>) => {
      const next = new URLSearchParams(query as Record<string, string>);
      for (const [name, value] of Object.entries(change)) {
        if (value === undefined) {
          next.delete(name);
        } else {
          next.set(name, value);
        }
      }
      const search = next.toString();
      return search ? `?${search}` : '';
    },
    [query],
  );
  const change = useCallback(
    (next: Partial<NodeQuery>) =>
      setParams(current => {
        const changed = new URLSearchParams(current);
        for (const [name, value] of Object.entries(next)) {
          if (value) {
            changed.set(name, value);
          } else {
            changed.delete(name);
          }
        }
        // They are of the node that was left.
        changed.delete('pillar');
        changed.delete('standing');
        return changed;
      }),
    [setParams],
  );
  return { query, key: JSON.stringify(query), searchWith, change };
}
