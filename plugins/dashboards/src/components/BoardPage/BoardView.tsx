import { Container } from '@backstage/ui';
import { useWhileVisible } from '@portal/plugin-metrics-react';
import { useCallback, useState } from 'react';
import type { LoadedBoard } from '../../board';
import { BoardGrid } from '../BoardGrid';
import { BoardHeader } from './BoardHeader';
import { BrokenVersion } from './BrokenVersion';
import styles from './BoardPage.module.css';
import { useBoardDays } from './useBoardDays';

/** A board with its header: whose it is, how long back it looks, and where it comes from. */
export function BoardView(props: {
  loaded: LoadedBoard;
  /** Called when sharing or the like changed. */
  onChanged: () => void;
}) {
  const { loaded, onChanged } = props;
  const { board, problems } = loaded;
  const { days, choose } = useBoardDays(board);
  const [refreshCount, setRefreshCount] = useState(0);
  const refresh = useCallback(() => setRefreshCount(count => count + 1), []);
  useWhileVisible(refresh, board.refreshSeconds * 1000);
  return (
    <Container className={styles.page}>
      <BoardHeader
        loaded={loaded}
        days={days}
        onChanged={onChanged}
        onDays={choose}
        onRefresh={refresh}
      />
      {problems.length > 0 && (
        <BrokenVersion owner={board.owner} problems={problems} />
      )}
      <BoardGrid board={board} days={days} refreshCount={refreshCount} />
    </Container>
  );
}
