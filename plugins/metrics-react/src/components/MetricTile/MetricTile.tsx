import { ButtonIcon, Card, Link, Tooltip, TooltipTrigger } from '@backstage/ui';
import { RiInformationLine } from '@remixicon/react';
import { memo, type ReactNode } from 'react';
import type { MetricDefinition } from '@portal/plugin-metrics-common';
import { TileBody, type TileBodyProps } from './TileBody';
import styles from './MetricTile.module.css';

/** What a click on a tile does: choose its metric on this page, or go where its evidence is. */
export type TileAction =
  | { kind: 'select'; selected: boolean; onSelect: () => void }
  | { kind: 'link'; href: string };

/** Properties of {@link MetricTile}. */
export type MetricTileProps = TileBodyProps & {
  /** Without it the tile is not clicked. */
  action?: TileAction;
  /** `plain` inside something that is a card already, `fill` where that has the height that a tile is to have. */
  surface?: TileSurface;
};

/** What a tile stands on. */
export type TileSurface = 'card' | 'plain' | 'fill';

/** The frame that a tile has in every state. */
export function TileFrame(props: {
  surface?: TileSurface;
  selected?: boolean;
  children: ReactNode;
}) {
  const { surface = 'card', selected = false, children } = props;
  const className = `${styles.tile} ${selected ? styles.selected : ''}`;
  return surface === 'card' ? (
    <Card className={className}>{children}</Card>
  ) : (
    <div className={`${className} ${styles[surface]}`}>{children}</div>
  );
}

function TileName(props: {
  definition: MetricDefinition;
  action?: TileAction;
}) {
  const { definition, action } = props;
  return (
    <h3 className={styles.name}>
      {action?.kind === 'link' && (
        <Link href={action.href} standalone className={styles.target}>
          {definition.title}
        </Link>
      )}
      {action?.kind === 'select' && (
        <button
          type="button"
          className={styles.target}
          aria-pressed={action.selected}
          onClick={action.onSelect}
        >
          {definition.title}
        </button>
      )}
      {!action && definition.title}
    </h3>
  );
}

function DrawnMeaning(props: { title: string; text: string }) {
  const { title, text } = props;
  return (
    <TooltipTrigger>
      <ButtonIcon
        size="small"
        variant="tertiary"
        className={styles.raised}
        icon={<RiInformationLine />}
        aria-label={`What is ${title.toLowerCase()}?`}
      />
      <Tooltip>{text}</Tooltip>
    </TooltipTrigger>
  );
}

/**
 * What a figure means. It is drawn once: each drawing of a button of React Aria leaves something behind for as long as the button is
 * there (`useId` registers anew), and a board on a wall draws its figures every minute.
 */
const Meaning = memo(DrawnMeaning);

/** One figure: its name, value, change, trend and what it rests on. */
export function MetricTile(props: MetricTileProps) {
  const { definition, action, surface, ...body } = props;
  return (
    <TileFrame
      surface={surface}
      selected={action?.kind === 'select' && action.selected}
    >
      <div className={styles.head}>
        <TileName definition={definition} action={action} />
        <Meaning
          title={definition.title}
          text={`${definition.description} ${definition.estimator}`}
        />
      </div>
      <TileBody definition={definition} {...body} />
    </TileFrame>
  );
}
