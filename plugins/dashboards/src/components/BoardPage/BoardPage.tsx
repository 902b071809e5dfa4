import { Container, Skeleton } from '@backstage/ui';
import { LoadFailure } from '@portal/plugin-metrics-react';
import { useParams, useSearchParams } from 'react-router-dom';
import { useBoard } from '../../hooks';
import { wallParam } from '../../routes';
import { WallMode } from '../WallMode';
import { BoardView } from './BoardView';

/** The page of one board. */
export function BoardPage() {
  const { namespace = '', name = '' } = useParams();
  const [params] = useSearchParams();
  const { result, reload } = useBoard({ namespace, name });
  if (result.state === 'loading') {
    return (
      <Container aria-busy="true">
        <Skeleton width="100%" height={480} />
      </Container>
    );
  }
  if (result.state === 'failed') {
    return (
      <Container>
        <LoadFailure
          subject="this dashboard"
          permission="catalog.entity.read"
          error={result.error}
          onRetry={reload}
        />
      </Container>
    );
  }
  return params.has(wallParam) ? (
    <WallMode board={result.value.board} />
  ) : (
    <BoardView {...result.value} />
  );
}
