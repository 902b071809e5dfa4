import { Button, MenuTrigger } from '@backstage/ui';
import { RiMoreLine } from '@remixicon/react';
import { lazy, Suspense, useState } from 'react';
import type { LoadedBoard } from '../../board';
import { useAction } from '../../hooks';
import { BoardMenuEntries, type BoardDialog } from './BoardMenuEntries';

const DeleteDialog = lazy(async () => ({
  default: (await import('./DeleteDialog')).DeleteDialog,
}));
const ExportDialog = lazy(async () => ({
  default: (await import('./ExportDialog')).ExportDialog,
}));
const HistoryDialog = lazy(async () => ({
  default: (await import('../BoardHistory')).HistoryDialog,
}));
const ShareDialog = lazy(async () => ({
  default: (await import('./ShareDialog')).ShareDialog,
}));

/** What else can be done with a board. */
export function BoardMenu(props: {
  loaded: LoadedBoard;
  onChanged: () => void;
}) {
  const { loaded, onChanged } = props;
  const { board, personal } = loaded;
  const action = useAction();
  const [isMenuOpen, setMenuOpen] = useState(false);
  const [open, setOpen] = useState<BoardDialog>();
  const close = () => setOpen(undefined);
  return (
    <>
      <MenuTrigger isOpen={isMenuOpen} onOpenChange={setMenuOpen}>
        <Button
          variant="secondary"
          iconStart={<RiMoreLine aria-hidden />}
          isPending={action.isPending}
        >
          More
        </Button>
        {/* What one may do is asked for when somebody wants to do it. */}
        {isMenuOpen && (
          <BoardMenuEntries loaded={loaded} run={action.run} onOpen={setOpen} />
        )}
      </MenuTrigger>
      <Suspense fallback={null}>
        {open === 'history' && <HistoryDialog board={board} onClose={close} />}
        {personal && open === 'share' && (
          <ShareDialog
            personal={personal}
            onClose={close}
            onChanged={onChanged}
          />
        )}
        {personal && open === 'export' && (
          <ExportDialog personal={personal} onClose={close} />
        )}
        {personal && open === 'delete' && (
          <DeleteDialog personal={personal} onClose={close} />
        )}
      </Suspense>
    </>
  );
}
