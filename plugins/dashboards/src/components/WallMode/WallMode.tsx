import { useCallback, useMemo, useState } from 'react';
import type { Board } from '@portal/plugin-dashboards-common';
import { turnOf, useWhileVisible, Wall } from '@portal/plugin-metrics-react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { boardPath } from '../../board';
import { useBoards } from '../../hooks';
import { wallParam } from '../../routes';
import { BoardGrid } from '../BoardGrid';
import { useBoardDays } from '../BoardPage/useBoardDays';

/** A board on a wall, that takes turns with the other boards of its type where it is told to. */
export function WallMode({ board }: { board: Board }) {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const { days } = useBoardDays(board);
  const [refreshCount, setRefreshCount] = useState(0);
  useWhileVisible(
    useCallback(() => setRefreshCount(count => count + 1), []),
    board.refreshSeconds * 1000,
  );
  const turn = turnOf(params.get(wallParam));
  const next = useNextBoard(board);
  const leave = useCallback(() => navigate('?', { replace: true }), [navigate]);
  const showNext = useMemo(
    () =>
      next === undefined
        ? undefined
        : () =>
            navigate(`../${next}?${wallParam}=${turn}`, {
              replace: true,
              relative: 'path',
            }),
    [navigate, next, turn],
  );
  return (
    <Wall
      title={board.title}
      noun="board"
      turn={turn}
      onTurn={seconds =>
        navigate(`?${wallParam}=${seconds}`, { replace: true })
      }
      onNext={showNext}
      onLeave={leave}
    >
      <BoardGrid board={board} days={days} refreshCount={refreshCount} />
    </Wall>
  );
}

/** The path of the board of the same type that comes after this one, round and round. */
function useNextBoard(board: Board): string | undefined {
  const { result } = useBoards();
  const alike =
    result.state === 'ready'
      ? result.value.filter(({ type }) => type === board.type)
      : [];
  const index = alike.findIndex(
    ({ entityRef }) => entityRef === board.entityRef,
  );
  // A board that a person keeps stays: it is in no circle.
  if (alike.length < 2 || index < 0) {
    return undefined;
  }
  const following = alike[(index + 1) % alike.length];
  return `../${boardPath(following.entityRef)}`;
}
