import { toError } from '@backstage/errors';
import { Alert, ButtonLink, Container, Skeleton } from '@backstage/ui';
import type { PersonalBoard } from '@portal/plugin-dashboards-common';
import { type Loaded, LoadFailure } from '@portal/plugin-metrics-react';
import { lazy, Suspense, useRef } from 'react';
import { useParams, useSearchParams } from 'react-router-dom';
import { type LoadedBoard, personalId, readBoardPath } from '../../board';
import { useBoard, useBoardHref } from '../../hooks';
import { editParam, wallParam } from '../../routes';
import { WallMode } from '../WallMode';
import { BoardView } from './BoardView';

// Who looks at a board does not need what changes one.
const BoardEditor = lazy(async () => ({
  default: (await import('../BoardEditor')).BoardEditor,
}));

/** The page of one board. */
export function BoardPage() {
  const { namespace = '', name = '' } = useParams();
  const [params] = useSearchParams();
  const boardRef = readBoardPath({ namespace, name });
  const { result, reload } = useBoard(boardRef);
  const edited = useEdited(result);
  if (edited) {
    return (
      <Suspense fallback={<BoardSkeleton />}>
        <BoardEditor key={edited.id} personal={edited} onSaved={reload} />
      </Suspense>
    );
  }
  if (result.state === 'loading') {
    return <BoardSkeleton />;
  }
  if (result.state === 'failed') {
    return (
      <Container>
        <BoardFailure
          boardRef={boardRef}
          error={result.error}
          onRetry={reload}
        />
      </Container>
    );
  }
  if (params.has(wallParam)) {
    return <WallMode board={result.value.board} />;
  }
  return <BoardView loaded={result.value} onChanged={reload} />;
}

/** The board that is being changed. It stays on screen, even when somebody deletes it meanwhile. */
function useEdited(result: Loaded<LoadedBoard>): PersonalBoard | undefined {
  const [params] = useSearchParams();
  const edited = useRef<PersonalBoard>();
  if (!params.has(editParam)) {
    edited.current = undefined;
  } else if (result.state === 'ready') {
    const { personal } = result.value;
    edited.current = personal?.mine ? personal : undefined;
  }
  return edited.current;
}

function BoardSkeleton() {
  return (
    <Container aria-busy="true">
      <Skeleton width="100%" height={480} />
    </Container>
  );
}

function BoardFailure(props: {
  boardRef: string;
  error: unknown;
  onRetry: () => void;
}) {
  const { boardRef, error, onRetry } = props;
  const boardHref = useBoardHref();
  const { name, message } = toError(error);
  return name === 'NotFoundError' ? (
    <Alert
      role="alert"
      status="warning"
      icon
      title="This board is not here"
      description={`${message}.`}
      customActions={
        <ButtonLink size="small" variant="secondary" href={boardHref()}>
          All dashboards
        </ButtonLink>
      }
    />
  ) : (
    <LoadFailure
      subject="this dashboard"
      permission={
        personalId(boardRef) ? 'dashboards.board.read' : 'catalog.entity.read'
      }
      error={error}
      onRetry={onRetry}
    />
  );
}
