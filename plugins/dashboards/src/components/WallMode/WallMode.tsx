import { Button } from '@backstage/ui';
import type { Board } from '@portal/plugin-dashboards-common';
import {
  RiArrowRightLine,
  RiCloseLine,
  RiFullscreenLine,
} from '@remixicon/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useWhileVisible } from '@portal/plugin-metrics-react';
import { createPortal } from 'react-dom';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { boardPath } from '../../board';
import { useBoards } from '../../hooks';
import { wallParam } from '../../routes';
import { BoardGrid } from '../BoardGrid';
import { useBoardDays } from '../BoardPage/useBoardDays';
import styles from './WallMode.module.css';

/** Seconds until the next board, to choose from; 0 stays. */
const turns = [0, 30, 60, 300];

/** A board over the whole screen, in the dark, that takes turns with the other boards of its type where it is told to. */
export function WallMode({ board }: { board: Board }) {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const { days } = useBoardDays(board);
  const [refreshCount, setRefreshCount] = useState(0);
  useWhileVisible(
    useCallback(() => setRefreshCount(count => count + 1), []),
    board.refreshSeconds * 1000,
  );
  const wall = useRef<HTMLDivElement>(null);
  const turn = turns.find(each => String(each) === params.get(wallParam)) ?? 0;
  const next = useNextBoard(board);

  const leave = useCallback(() => navigate('?', { replace: true }), [navigate]);
  const show = useCallback(
    (path: string, seconds: number) =>
      navigate(`../${path}?${wallParam}=${seconds}`, {
        replace: true,
        relative: 'path',
      }),
    [navigate],
  );
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && leave();
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [leave]);
  useEffect(() => {
    if (turn <= 0 || !next) {
      return undefined;
    }
    const timer = setTimeout(() => show(next, turn), turn * 1000);
    return () => clearTimeout(timer);
  }, [turn, next, show]);

  return createPortal(
    <div
      ref={wall}
      className={styles.wall}
      data-theme-mode="dark"
      role="region"
      aria-label={`${board.title} on a wall`}
    >
      <header className={styles.head}>
        <h1 className={styles.title}>
          <bdi>{board.title}</bdi>
        </h1>
        <div className={styles.actions}>
          <label className={styles.turn}>
            Next board
            <select
              className={styles.select}
              value={turn}
              onChange={({ target }) =>
                navigate(`?${wallParam}=${target.value}`, { replace: true })
              }
            >
              {turns.map(seconds => (
                <option key={seconds} value={seconds}>
                  {seconds === 0 ? 'never' : `after ${seconds} s`}
                </option>
              ))}
            </select>
          </label>
          {next && (
            <Button
              variant="secondary"
              aria-label="Next board"
              onPress={() => show(next, turn)}
            >
              <RiArrowRightLine aria-hidden size={18} />
            </Button>
          )}
          <Button
            variant="secondary"
            aria-label="Full screen"
            onPress={() => wall.current?.requestFullscreen?.()}
          >
            <RiFullscreenLine aria-hidden size={18} />
          </Button>
          <Button
            variant="secondary"
            aria-label="Leave the wall"
            onPress={leave}
          >
            <RiCloseLine aria-hidden size={18} />
          </Button>
        </div>
      </header>
      <BoardGrid board={board} days={days} refreshCount={refreshCount} />
    </div>,
    document.body,
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
