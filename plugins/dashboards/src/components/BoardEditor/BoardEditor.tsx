import { useApi } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import {
  addTile,
  type PersonalBoard,
  removeTile,
} from '@portal/plugin-dashboards-common';
import {
  type Widget,
  widgetRegistryApiRef,
} from '@portal/plugin-widgets-react';
import { useCallback, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import {
  askToLeave,
  checkDraft,
  keptDrafts,
  tileName,
  useDraft,
  useLeaveWarning,
} from '../../editing';
import styles from './BoardEditor.module.css';
import { BoardFields } from './BoardFields';
import { EditGrid } from './EditGrid';
import { EditorHeader } from './EditorHeader';
import { Notices } from './Notices';
import { TileDialog } from './TileDialog';
import { useSave } from './useSave';
import { WidgetPicker } from './WidgetPicker';

/** What is open above the board: the list of widgets, or the settings of a new tile or one that stands. */
type Open =
  | { what: 'widgets' }
  | { what: 'new'; widget: Widget }
  | { what: 'settings'; id: string };

/** Changes a board of one's own: its tiles, what they show, its title, period and environments. */
export function BoardEditor(props: {
  personal: PersonalBoard;
  onSaved: () => void;
}) {
  const { personal, onSaved } = props;
  const registry = useApi(widgetRegistryApiRef);
  const navigate = useNavigate();
  const editing = useDraft(personal);
  const { draft, isChanged, change, setTiles } = editing;
  const { tiles } = draft.spec;
  const [open, setOpen] = useState<Open>();
  const [said, setSaid] = useState('');
  const [focused, setFocused] = useState<{ id: string }>();

  const drop = useCallback(() => keptDrafts.drop(personal.id), [personal.id]);
  const leave = useCallback(() => {
    drop();
    navigate('?', { replace: true });
  }, [drop, navigate]);
  useLeaveWarning(isChanged, drop);
  const saving = useSave({
    personal,
    revision: editing.revision,
    draft,
    check: () =>
      checkDraft(
        draft,
        registry.list().map(({ definition }) => definition),
      ),
    onSaved: () => {
      onSaved();
      leave();
    },
    onDropped: drop,
  });

  const close = () => setOpen(undefined);
  const add = (widget: Widget, given: Parameters<typeof addTile>[2]) => {
    const next = addTile(tiles, widget.definition, given);
    setTiles(next.tiles);
    setFocused({ id: next.id });
    close();
  };
  const settled = open?.what === 'settings' ? open.id : undefined;
  const tile = tiles.find(({ id }) => id === settled);
  return (
    <Container className={styles.page}>
      <div className={styles.sticky}>
        <EditorHeader
          canUndo={editing.canUndo}
          isPending={saving.isPending}
          onAdd={() => setOpen({ what: 'widgets' })}
          onCancel={() => {
            if (!isChanged || askToLeave()) {
              leave();
            }
          }}
          onSave={saving.save}
          onUndo={() => {
            editing.undo();
            setSaid('The last change of tiles is taken back');
          }}
          title={personal.title}
        />
        <Notices
          isKept={editing.isKept && isChanged}
          saving={saving}
          onDrop={() => {
            onSaved();
            leave();
          }}
          onStartAgain={editing.startAgain}
        />
      </div>
      <BoardFields draft={draft} onChange={change} />
      <EditGrid
        draft={draft}
        focused={focused}
        onArranged={setTiles}
        onRemove={removed => {
          const index = tiles.indexOf(removed);
          const next = tiles[index + 1] ?? tiles[index - 1];
          setTiles(removeTile(tiles, removed.id));
          setFocused(next);
          setSaid(`${nameOf(removed)} is removed; Undo brings it back`);
        }}
        onSettings={({ id }) => setOpen({ what: 'settings', id })}
        onSaid={setSaid}
      />
      <p className={styles.said} role="status" aria-live="polite">
        {said}
      </p>
      {open?.what === 'widgets' && (
        <WidgetPicker
          onClose={close}
          onPick={widget =>
            widget.definition.settings
              ? setOpen({ what: 'new', widget })
              : add(widget, {})
          }
        />
      )}
      {open?.what === 'new' && (
        <TileDialog
          widget={open.widget}
          isNew
          onApply={given => add(open.widget, given)}
          onClose={close}
        />
      )}
      {tile && (
        <TileDialog
          widget={registry.get(tile.widget)}
          tile={tile}
          onApply={given => {
            setTiles(
              tiles.map(each =>
                each.id === tile.id
                  ? {
                      id: tile.id,
                      widget: tile.widget,
                      ...given,
                      ...placesOf(tile),
                    }
                  : each,
              ),
            );
            close();
          }}
          onClose={close}
        />
      )}
    </Container>
  );

  function nameOf(one: (typeof tiles)[number]) {
    return tileName(one, registry.get(one.widget)?.definition.title);
  }
}

/** Where a tile stands on each screen. */
function placesOf(tile: ReturnType<typeof removeTile>[number]) {
  const { wide, medium, narrow } = tile;
  return { wide, ...(medium && { medium }), ...(narrow && { narrow }) };
}
