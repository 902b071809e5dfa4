import type {
  DashboardTile,
  PersonalBoard,
} from '@portal/plugin-dashboards-common';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { type Draft, toDraft } from './draft';
import { keptDrafts } from './keptDraft';

/** More steps back than these nobody takes. */
const mostSteps = 50;

/** The changes to a board that are not saved yet. Changes of tiles can be taken back. */
export function useDraft(personal: PersonalBoard) {
  const { id } = personal;
  const [begun] = useState(() => {
    const original = toDraft(personal);
    const kept = keptDrafts.read(id);
    return {
      original,
      draft: kept?.draft ?? original,
      revision: kept?.revision ?? personal.revision,
      isKept: kept !== undefined,
    };
  });
  const [draft, setDraft] = useState<Draft>(begun.draft);
  const [past, setPast] = useState<readonly DashboardTile[][]>([]);

  const isChanged = useMemo(
    () => JSON.stringify(draft) !== JSON.stringify(begun.original),
    [draft, begun],
  );
  useEffect(() => {
    if (isChanged) {
      keptDrafts.write(id, { revision: begun.revision, draft });
    } else {
      keptDrafts.drop(id);
    }
  }, [id, isChanged, draft, begun]);

  const change = useCallback(
    (part: Partial<Draft>) => setDraft(current => ({ ...current, ...part })),
    [],
  );
  const { spec } = draft;
  const setTiles = useCallback(
    (tiles: DashboardTile[]) => {
      setPast(steps => [...steps, spec.tiles].slice(-mostSteps));
      setDraft(current => ({ ...current, spec: { ...current.spec, tiles } }));
    },
    [spec],
  );
  const undo = useCallback(() => {
    const tiles = past[past.length - 1];
    if (tiles) {
      setPast(past.slice(0, -1));
      setDraft(current => ({ ...current, spec: { ...current.spec, tiles } }));
    }
  }, [past]);
  const startAgain = useCallback(() => {
    setPast([]);
    setDraft(begun.original);
  }, [begun]);

  return {
    draft,
    /** The revision that the changes are based on. */
    revision: begun.revision,
    isChanged,
    /** Whether it came back from an earlier visit to the page. */
    isKept: begun.isKept,
    canUndo: past.length > 0,
    change,
    setTiles,
    startAgain,
    undo,
  };
}
