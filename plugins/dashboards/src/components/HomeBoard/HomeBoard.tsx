import { toError } from '@backstage/errors';
import { Link, Skeleton } from '@backstage/ui';
import { LoadFailure, useWhileVisible } from '@portal/plugin-metrics-react';
import { useCallback, useEffect, useState } from 'react';
import type { LoadedBoard } from '../../board';
import { useBoard, useBoardHref, useHome } from '../../hooks';
import { BoardGrid } from '../BoardGrid';
import { useBoardDays } from '../BoardPage/useBoardDays';
import styles from './HomeBoard.module.css';
import { rememberedBoard } from './rememberedBoard';

/** The board that the reader begins with; nothing where there is none. */
export function HomeBoard() {
  const { home } = useHome();
  const [remembered] = useState(rememberedBoard.read);
  useEffect(() => {
    if (home) {
      rememberedBoard.write(home.board);
    }
  }, [home]);
  const boardRef = home ? home.board : remembered;
  return <>{boardRef && <Board key={boardRef} boardRef={boardRef} />}</>;
}

function Board({ boardRef }: { boardRef: string }) {
  const { result, reload } = useBoard(boardRef);
  if (result.state === 'loading') {
    return (
      <section aria-busy="true" aria-label="Your board">
        <Skeleton width="100%" height={480} />
      </section>
    );
  }
  if (result.state === 'failed') {
    // One that is gone is no longer the one to begin with: the portal says so in a moment.
    return toError(result.error).name === 'NotFoundError' ? null : (
      <section aria-label="Your board">
        <LoadFailure
          subject="board that you begin with"
          error={result.error}
          onRetry={reload}
        />
      </section>
    );
  }
  return <Tiles {...result.value} />;
}

function Tiles({ board, boardRef }: LoadedBoard) {
  const boardHref = useBoardHref();
  const { days } = useBoardDays(board);
  const [refreshCount, setRefreshCount] = useState(0);
  useWhileVisible(
    useCallback(() => setRefreshCount(count => count + 1), []),
    board.refreshSeconds * 1000,
  );
  return (
    <section aria-label={board.title}>
      <header className={styles.head}>
        <h2 className={styles.title}>
          <bdi>{board.title}</bdi>
        </h2>
        <Link href={boardHref(boardRef)}>Open this board</Link>
      </header>
      <BoardGrid board={board} days={days} refreshCount={refreshCount} />
    </section>
  );
}
