import { ButtonIcon } from '@backstage/ui';
import type { DashboardTile } from '@portal/plugin-dashboards-common';
import type { WidgetProps } from '@portal/plugin-widgets-react';
import {
  RiDeleteBinLine,
  RiDragMove2Line,
  RiSettings3Line,
} from '@remixicon/react';
import { KeyboardEvent, useEffect, useRef } from 'react';
import type { ArrangingKind } from '../../editing';
import { BoardTile } from '../BoardGrid';
import styles from './BoardEditor.module.css';
import { type Cell, type Steps, useDragging } from './useDragging';

const arrows: Record<string, Steps> = {
  ArrowLeft: { columns: -1, rows: 0 },
  ArrowRight: { columns: 1, rows: 0 },
  ArrowUp: { columns: 0, rows: -1 },
  ArrowDown: { columns: 0, rows: 1 },
};

/** Properties of {@link EditTile}. */
export type EditTileProps = Pick<WidgetProps, 'period' | 'environments'> & {
  tile: DashboardTile;
  name: string;
  helpId: string;
  isTaken: boolean;
  /** Asks for the focus; another object is another request. */
  focusRequest?: object;
  readCell: () => Cell;
  /** Anew: not as a part of a movement that goes on. */
  onTake: (anew: boolean) => void;
  onGoFromStart: (kind: ArrangingKind, steps: Steps) => void;
  onGoOn: (kind: ArrangingKind, steps: Steps) => void;
  onLetGo: () => void;
  onPutBack: () => void;
  onRemove: () => void;
  onSettings: () => void;
};

/** A tile with the handles to change it. What it shows can't be used meanwhile. */
export function EditTile(props: EditTileProps) {
  const { tile, name, helpId, period, environments, isTaken, focusRequest } =
    props;
  const { column, row, width, height } = tile.wide;
  const box = useRef<HTMLDivElement>(null);
  const handle = useRef<HTMLButtonElement>(null);
  const dragMove = useDragging('move', props);
  const dragResize = useDragging('resize', props);
  useEffect(() => {
    if (focusRequest) {
      handle.current?.focus();
    }
  }, [focusRequest]);
  useEffect(() => {
    if (isTaken) {
      box.current?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
    }
  }, [isTaken, column, row, width, height]);

  const onKeyDown = (event: KeyboardEvent) => {
    const steps = arrows[event.key];
    if (steps) {
      event.preventDefault();
      props.onTake(false);
      props.onGoOn(event.shiftKey ? 'resize' : 'move', steps);
    } else if (isTaken && event.key === 'Escape') {
      props.onPutBack();
    } else if (isTaken && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      props.onLetGo();
    }
  };

  return (
    <div
      ref={box}
      role="group"
      aria-label={name}
      className={styles.tile}
      data-taken={isTaken || undefined}
      style={{
        gridColumn: `${column} / span ${width}`,
        gridRow: `${row} / span ${height}`,
      }}
    >
      {/* React 18 knows the attribute as a text only. */}
      <div className={styles.content} {...{ inert: '' }}>
        <BoardTile tile={tile} period={period} environments={environments} />
      </div>
      <div className={styles.bar}>
        <button
          ref={handle}
          type="button"
          className={styles.handle}
          aria-label={`Move or resize ${name}`}
          aria-describedby={helpId}
          onKeyDown={onKeyDown}
          onBlur={() => isTaken && props.onLetGo()}
          {...dragMove}
        >
          <RiDragMove2Line aria-hidden size={18} />
        </button>
        <ButtonIcon
          variant="tertiary"
          aria-label={`Settings of ${name}`}
          icon={<RiSettings3Line aria-hidden />}
          onPress={props.onSettings}
        />
        <ButtonIcon
          variant="tertiary"
          aria-label={`Remove ${name}`}
          icon={<RiDeleteBinLine aria-hidden />}
          onPress={props.onRemove}
        />
      </div>
      {/* The keyboard has it on the handle. */}
      <div className={styles.corner} aria-hidden {...dragResize} />
    </div>
  );
}
