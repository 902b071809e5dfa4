import { Menu, MenuItem } from '@backstage/ui';
import {
  RiDeleteBinLine,
  RiDownloadLine,
  RiFileCopyLine,
  RiHistoryLine,
  RiHomeLine,
  RiShareLine,
} from '@remixicon/react';
import type { ReactNode } from 'react';
import type { LoadedBoard } from '../../board';
import { useHome, useMayDo } from '../../hooks';
import { useBegin } from './useBegin';
import { useCopyBoard } from './useCopyBoard';

/** A dialog that the menu opens. */
export type BoardDialog = 'delete' | 'export' | 'history' | 'share';

/** Runs an action; its first argument says what has not happened where it fails. */
export type Run = (failure: string, action: () => Promise<void>) => void;

type Entry = {
  id: string;
  text: string;
  icon: ReactNode;
  isOffered: boolean | undefined;
  onAction: () => void;
};

/** What the reader may do with a board. Nothing else is offered. */
export function BoardMenuEntries(props: {
  loaded: LoadedBoard;
  run: Run;
  onOpen: (dialog: BoardDialog) => void;
}) {
  const { loaded, run, onOpen } = props;
  const { boardRef, board, personal } = loaded;
  const may = useMayDo();
  const { home, isKnown, choose } = useHome();
  const copy = useCopyBoard();
  const begin = useBegin(choose);
  const isHome = home?.chosenBy === 'person' && home.board === boardRef;

  const entries: Entry[] = [
    {
      id: 'copy',
      text: 'Copy board',
      icon: <RiFileCopyLine aria-hidden />,
      isOffered: may.mayCreate,
      onAction: () => run('The board was not copied', () => copy(loaded)),
    },
    {
      id: 'home',
      text: isHome ? 'Do not begin with this board' : 'Begin with this board',
      icon: <RiHomeLine aria-hidden />,
      isOffered: may.mayRead && home !== undefined,
      onAction: () =>
        run('The choice was not kept', () =>
          begin({ boardRef, title: board.title, isWanted: !isHome }),
        ),
    },
    {
      id: 'history',
      text: 'History',
      icon: <RiHistoryLine aria-hidden />,
      isOffered: !personal,
      onAction: () => onOpen('history'),
    },
    {
      id: 'share',
      text: 'Share',
      icon: <RiShareLine aria-hidden />,
      isOffered: personal?.mine && may.mayShare,
      onAction: () => onOpen('share'),
    },
    {
      id: 'export',
      text: 'Export as YAML',
      icon: <RiDownloadLine aria-hidden />,
      isOffered: personal !== undefined,
      onAction: () => onOpen('export'),
    },
    {
      id: 'delete',
      text: 'Delete',
      icon: <RiDeleteBinLine aria-hidden />,
      isOffered: personal?.mine && may.mayDelete,
      onAction: () => onOpen('delete'),
    },
  ];
  return (
    <Menu aria-label="What else can be done with this board">
      {may.isKnown && isKnown ? (
        entries
          .filter(({ isOffered }) => isOffered)
          .map(({ id, text, icon, onAction }) => (
            <MenuItem
              key={id}
              id={id}
              iconStart={icon}
              color={id === 'delete' ? 'danger' : 'primary'}
              onAction={onAction}
            >
              {text}
            </MenuItem>
          ))
      ) : (
        <MenuItem id="wait" isDisabled>
          One moment
        </MenuItem>
      )}
    </Menu>
  );
}
